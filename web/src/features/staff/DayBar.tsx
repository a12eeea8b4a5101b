import {day, plusDays} from '../../lib/time';
import {Button} from '../../ui/Button';
import {useStaffWords} from './words';

/** Which day is shown, and the ways to others. */
export function DayBar(props: {date: string; today: string; step?: number; onChange: (date: string) => void}) {
  const {t, language} = useStaffWords();
  const {date, today, step = 1, onChange} = props;
  const round = 'w-11 px-0 text-lg';
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="ghost" className={round} aria-label={t('earlier')} onClick={() => onChange(plusDays(date, -step))}>
        <span aria-hidden>‹</span>
      </Button>
      <Button look="ghost" className={round} aria-label={t('later')} onClick={() => onChange(plusDays(date, step))}>
        <span aria-hidden>›</span>
      </Button>
      <Button look="ghost" className="px-3" disabled={date === today} onClick={() => onChange(today)}>
        {t('today')}
      </Button>
      <label>
        <span className="sr-only">{t('date')}</span>
        <input type="date" className="input !min-h-11 w-auto !py-1.5 text-sm" value={date} required onChange={(event) => event.target.value && onChange(event.target.value)} />
      </label>
      <p className="font-serif text-lg font-semibold" aria-live="polite">
        {day(`${date}T12:00:00Z`, 'UTC', language)}
      </p>
    </div>
  );
}
