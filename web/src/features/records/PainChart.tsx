import {shortDay} from '../../lib/time';
import type {Session} from './api';
import {useRecordWords} from './words';

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 28;
const TOP = 12;
const BOTTOM = 30;

/** Pain before and after each session, the first one first. A picture; the table beside it says the same. */
export function PainChart({sessions}: {sessions: Session[]}) {
  const {t, language} = useRecordWords();
  const step = (WIDTH - LEFT - 20) / Math.max(1, sessions.length - 1);
  const x = (index: number) => LEFT + 10 + index * step;
  const y = (level: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - level / 10);
  const line = (of: (session: Session) => number | undefined) =>
    sessions
      .map((session, index) => [x(index), of(session)] as const)
      .filter((point): point is readonly [number, number] => point[1] !== undefined)
      .map(([across, level]) => `${across},${y(level)}`)
      .join(' ');
  return (
    <figure className="card p-4">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('painChart')} className="w-full">
        {[0, 5, 10].map((level) => (
          <g key={level}>
            <line x1={LEFT} x2={WIDTH} y1={y(level)} y2={y(level)} className="stroke-line" />
            <text x={LEFT - 6} y={y(level) + 4} textAnchor="end" className="fill-muted text-[12px]">
              {level}
            </text>
          </g>
        ))}
        <polyline points={line(({painBefore}) => painBefore)} className="fill-none stroke-clay [stroke-width:2.5]" />
        {/* Told apart by the stroke, too, not by colour alone. */}
        <polyline points={line(({painAfter}) => painAfter)} strokeDasharray="6 5" className="fill-none stroke-primary [stroke-width:2.5]" />
        {sessions.map((session, index) => (
          <g key={session.bookingId + session.session}>
            {session.painBefore !== undefined && <circle cx={x(index)} cy={y(session.painBefore)} r="4.5" className="fill-clay" />}
            {session.painAfter !== undefined && (
              <rect x={x(index) - 4} y={y(session.painAfter) - 4} width="8" height="8" className="fill-primary" />
            )}
            {(sessions.length < 9 || index % Math.ceil(sessions.length / 8) === 0) && (
              <text x={x(index)} y={HEIGHT - 8} textAnchor="middle" className="fill-muted text-[12px]">
                {shortDay(session.start, 'UTC', language)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className="flex gap-5 text-sm">
        <span>
          <span aria-hidden className="me-1.5 inline-block size-2.5 rounded-full bg-clay" />
          {t('before')}
        </span>
        <span>
          <span aria-hidden className="me-1.5 inline-block size-2.5 bg-primary" />
          {t('after')}
        </span>
      </figcaption>
    </figure>
  );
}
