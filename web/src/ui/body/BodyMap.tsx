import {useState, type KeyboardEvent} from 'react';
import {AREAS, type Area, type Side} from '../../lib/areas';
import {useCodes} from '../../lib/codes';
import {ManyChips, OneChip} from '../Chips';
import {useBodyWords} from './words';

type Props = {chosen: string[]; onChange: (chosen: string[]) => void};

/** The body from behind and from before, to point at; or the same as a list of words. */
export function BodyMap({chosen, onChange}: Props) {
  const {t} = useBodyWords();
  const {named} = useCodes();
  const [view, setView] = useState<Side | 'LIST'>('BACK');
  const [pointedAt, setPointedAt] = useState<string>();
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  const told = pointedAt ? named('area', pointedAt) : chosen.map((code) => named('area', code)).join(' · ');

  return (
    <div className="card p-5">
      {view === 'LIST' ? (
        <ManyChips
          legend={t('where')}
          choices={AREAS.map(({code}) => ({value: code, label: named('area', code)}))}
          chosen={chosen}
          onChange={onChange}
        />
      ) : (
        <svg viewBox={view === 'BACK' ? '36 6 228 396' : '20 4 260 584'} role="group" aria-label={t(`map.${view}`)} className="mx-auto block h-[min(62vh,500px)] w-full">
          <Outline />
          {AREAS.filter((area) => area.side === view).map((area) => (
            <Zone
              key={area.code}
              area={area}
              name={named('area', area.code)}
              on={chosen.includes(area.code)}
              onToggle={() => toggle(area.code)}
              onPoint={(there) => setPointedAt(there ? area.code : undefined)}
            />
          ))}
        </svg>
      )}
      <div className="mt-4 flex justify-center">
        <OneChip
          legend={t('view')}
          legendHidden
          choices={(['BACK', 'FRONT', 'LIST'] as const).map((value) => ({value, label: t(`views.${value}`)}))}
          chosen={view}
          onChange={setView}
        />
      </div>
      <p className="mt-3 min-h-6 text-center text-sm text-muted" aria-live="polite">
        {told || t('nothingChosen')}
      </p>
    </div>
  );
}

type ZoneProps = {area: Area; name: string; on: boolean; onToggle: () => void; onPoint: (there: boolean) => void};

function Zone({area, name, on, onToggle, onPoint}: ZoneProps) {
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    onToggle();
  };
  return (
    <g
      role="checkbox"
      aria-checked={on}
      aria-label={name}
      tabIndex={0}
      onClick={onToggle}
      onKeyDown={byKey}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
      className={
        on
          ? 'cursor-pointer fill-clay stroke-clay [stroke-width:1.5] outline-offset-4'
          : 'cursor-pointer fill-tint stroke-primary/50 [stroke-width:1.5] outline-offset-4 transition duration-150 hover:fill-clay-tint hover:stroke-clay'
      }
    >
      <path d={area.shape} />
      {area.mirrored && <path d={area.shape} transform="translate(300 0) scale(-1 1)" />}
    </g>
  );
}

const HALF =
  'M150 100h14c10 4 24 5 40 9 26 4 40 16 44 40 10 44 14 94 20 140 2 18-20 24-26 6-8-26-16-58-22-90-2 26-4 54 2 84 10 30 8 100 0 150l-12 110 8 24c2 12-46 14-48 2l-4-24c-4-90-12-150-16-210z';

/** What is not to be chosen, so that one sees a person. */
function Outline() {
  return (
    <g aria-hidden className="fill-line/60">
      <ellipse cx="150" cy="46" rx="30" ry="35" />
      <path d="M136 70h28v36h-28z" />
      <path d={HALF} />
      <path d={HALF} transform="translate(300 0) scale(-1 1)" />
    </g>
  );
}
