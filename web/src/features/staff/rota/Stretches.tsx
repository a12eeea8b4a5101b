import {useId} from 'react';
import {Button} from '../../../ui/Button';
import {withBreak, type Stretch} from './plans';
import {useRotaWords} from './words';

type Props = {
  /** Whose hours these are, for who hears them: Monday. */
  of: string;
  hours: Stretch[];
  onChange: (hours: Stretch[]) => void;
  /** What is wrong with a stretch, by its place. */
  wrong: (stretch: number) => string | undefined;
  /** What is said of a day without hours, and of giving it some; where it is not somebody's work. */
  closed?: string;
  open?: string;
};

const small = 'min-h-11 !px-1 py-1 text-sm';

/** The hours of a day, with what lies between them as breaks. */
export function Stretches({of, hours, onChange, wrong, closed, open}: Props) {
  const {t} = useRotaWords();
  const change = (index: number, next: Stretch[]) => onChange(hours.toSpliced(index, 1, ...next));
  const last = hours.at(-1);
  return (
    <div className="grid gap-1">
      {hours.length === 0 && <p className="min-h-11 content-center text-muted">{closed ?? t('closed')}</p>}
      {hours.map((stretch, index) => (
        <Row
          key={index}
          of={hours.length > 1 ? t('stretch', {of, number: index + 1}) : of}
          stretch={stretch}
          wrong={wrong(index)}
          onChange={(next) => change(index, [next])}
          onBreak={() => change(index, withBreak(stretch))}
          onRemove={() => change(index, [])}
        />
      ))}
      <div>
        <Button look="plain" className={small} onClick={() => onChange([...hours, last ? {from: last.to, to: ''} : {from: '09:00', to: '17:00'}])}>
          {hours.length === 0 ? (open ?? t('work')) : t('moreHours')}
          {' '}<span className="sr-only">{of}</span>
        </Button>
      </div>
    </div>
  );
}

type RowProps = {of: string; stretch: Stretch; wrong: string | undefined; onChange: (next: Stretch) => void; onBreak: () => void; onRemove: () => void};

function Row({of, stretch, wrong, onChange, onBreak, onRemove}: RowProps) {
  const {t} = useRotaWords();
  const problem = useId();
  const time = (end: 'from' | 'to') => (
    <input
      type="time"
      step={300}
      required
      className="input tab-figures !min-h-11 !w-28 !px-2 !py-1.5 text-sm"
      aria-label={t(end, {of})}
      aria-invalid={wrong ? true : undefined}
      aria-describedby={wrong ? problem : undefined}
      value={stretch[end]}
      onChange={(event) => onChange({...stretch, [end]: event.target.value})}
    />
  );
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0">
        {time('from')}
        <span aria-hidden>–</span>
        {time('to')}
        <Button look="plain" className={small} onClick={onBreak}>
          {t('addBreak')}
          {' '}<span className="sr-only">{of}</span>
        </Button>
        <Button look="plain" className={small} onClick={onRemove}>
          {t('remove')}
          {' '}<span className="sr-only">{of}</span>
        </Button>
      </div>
      {wrong && (
        <p id={problem} className="mt-1 text-sm font-semibold text-stop">
          {wrong}
        </p>
      )}
    </div>
  );
}
