import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {comeBack, takeOff, timeOff, touchedBy, type Block, type Span, type Touched} from '../../../api/practice';
import {Problem} from '../../../api/problem';
import {dateOf, plusDays, shortDay, when} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {Field} from '../../../ui/Field';
import {Failed, Notice, Skeleton} from '../../../ui/States';
import {Answered} from '../Answered';
import {instantOf, minutesAt} from '../clock';
import {Refused} from '../Refused';
import {findings, Kept, useKeys} from '../saving';
import {useRotaWords} from './words';

/** When somebody is away, wherever they work; what would be in the way is said before anything is taken. */
export function TimeOff({therapistId, zone, desk}: {therapistId: string; zone: string; desk: boolean}) {
  const {t, language} = useRotaWords();
  const client = useQueryClient();
  const standing = useQuery(timeOff(therapistId));
  const ending = useMutation({mutationFn: (block: Block) => comeBack(client, therapistId, block)});
  return (
    <section className="card p-4" aria-labelledby="time-off">
      <h2 id="time-off" className="mb-3 !text-lg">
        {t('timeOff')}
      </h2>
      <Away therapistId={therapistId} zone={zone} desk={desk} />
      <h3 className="mb-1 mt-5">{t('planned')}</h3>
      <Answered to={standing} shape="h-24">
        {(blocks) =>
          blocks.length === 0 ? (
            <p className="text-muted">{t('noneOff')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {blocks.map((block) => (
                <li key={block.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                  <span>
                    {spoken(block)}
                    {block.note && <span className="block text-muted">{block.note}</span>}
                    {block.kind === 'BUSY_ELSEWHERE' && <span className="block text-muted">{t('busyElsewhere')}</span>}
                  </span>
                  {block.kind === 'TIME_OFF' && (
                    <Button look="plain" busy={ending.isPending && ending.variables === block} onClick={() => ending.mutate(block)}>
                      {t('backAgain')}
                      {' '}<span className="sr-only">{spoken(block)}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {ending.isError && <Refused error={ending.error} zone={zone} onClose={ending.reset} />}
    </section>
  );

  function spoken({start, end}: Span) {
    // Whole days are said as days: their end is the midnight after the last one.
    const whole = isMidnight(start) && isMidnight(end);
    if (!whole) return `${when(start, zone, language)} – ${when(end, zone, language)}`;
    const last = new Date(Date.parse(end) - 1);
    const days = [shortDay(start, zone, language), shortDay(last, zone, language)];
    return [...new Set(days)].join(' – ');
  }
  function isMidnight(at: string) {
    return dateOf(new Date(Date.parse(at) - 1), zone) !== dateOf(at, zone);
  }
}

function Away({therapistId, zone, desk}: {therapistId: string; zone: string; desk: boolean}) {
  const {t} = useRotaWords();
  const client = useQueryClient();
  const keyOf = useKeys();
  const today = dateOf(new Date(), zone);
  const [days, setDays] = useState({from: '', until: ''});
  const [hours, setHours] = useState({whole: true, from: '09:00', until: '17:00'});
  const [note, setNote] = useState('');
  const until = days.until || days.from;
  const span: Span | undefined =
    days.from && until
      ? {
          start: instantOf(days.from, hours.whole ? 0 : minutesAt(hours.from), zone),
          end: hours.whole ? instantOf(plusDays(until, 1), 0, zone) : instantOf(until, minutesAt(hours.until), zone),
        }
      : undefined;
  const inOrder = span !== undefined && span.start < span.end;
  const touched = useQuery({...touchedBy(therapistId, span ?? {start: '', end: ''}), enabled: inOrder});
  const taking = useMutation({
    mutationFn: (asked: Span & {note?: string}) => takeOff(client, therapistId, asked, keyOf(asked)),
    onSuccess: () => {
      setDays({from: '', until: ''});
      setNote('');
    },
  });
  const found = findings(taking.error ?? touched.error);
  const change = <T,>(set: (next: T) => void) => (next: T) => {
    taking.reset();
    set(next);
  };
  const setDaysAgain = change(setDays);
  const setHoursAgain = change(setHours);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (span && inOrder) taking.mutate({...span, ...(note.trim() && {note: note.trim()})});
  };
  const inTheWay = conflictOf(taking.error) ?? (touched.data && isAny(touched.data) ? touched.data : undefined);
  return (
    <form className="grid grid-cols-2 gap-3" onSubmit={submit}>
      <Field label={t('firstDay')} type="date" required min={today} value={days.from} error={found.get('start')} onChange={(event) => setDaysAgain({...days, from: event.target.value})} />
      <Field
        label={t('lastDay')}
        type="date"
        min={days.from || today}
        value={until}
        error={span && !inOrder ? t('wrong.order') : found.get('end')}
        onChange={(event) => setDaysAgain({...days, until: event.target.value})}
      />
      <label className="col-span-2 flex min-h-11 items-center gap-3">
        <input type="checkbox" className="size-5" checked={hours.whole} onChange={(event) => setHoursAgain({...hours, whole: event.target.checked})} />
        {t('wholeDays')}
      </label>
      {!hours.whole && (
        <>
          <Field label={t('fromTime')} type="time" step={300} required value={hours.from} onChange={(event) => setHoursAgain({...hours, from: event.target.value})} />
          <Field label={t('untilTime')} type="time" step={300} required value={hours.until} onChange={(event) => setHoursAgain({...hours, until: event.target.value})} />
        </>
      )}
      <div className="col-span-2">
        <Field label={t('note')} hint={t('noteHint')} optional maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <div className="col-span-2 grid gap-3" aria-live="polite">
        {inOrder && touched.isFetching && !touched.data && <Skeleton className="h-11" />}
        {inTheWay ? (
          <InTheWay touched={inTheWay} zone={zone} desk={desk} />
        ) : (
          inOrder && touched.data && !taking.isError && <p className="font-semibold text-ok">{t('nothingInTheWay')}</p>
        )}
        {inOrder && touched.isError && found.size === 0 && <Failed error={touched.error} retry={() => void touched.refetch()} />}
        {taking.isError && !inTheWay && found.size === 0 && <Refused error={taking.error} zone={zone} onClose={taking.reset} />}
        <Button type="submit" busy={taking.isPending} disabled={!inOrder || inTheWay !== undefined}>
          {t('takeOff')}
        </Button>
        <Kept when={taking.isSuccess}>{t('taken')}</Kept>
      </div>
    </form>
  );
}

const isAny = ({bookings, blocks}: Touched) => bookings.length + blocks.length > 0;

/** Somebody booked in the meantime: the refusal says what is in the way, as the preview does. */
function conflictOf(error: unknown): Touched | undefined {
  if (!(error instanceof Problem) || !error.type.startsWith('time-off-')) return undefined;
  const {bookings = [], blocks = []} = error.body as Partial<Touched>;
  return {bookings, blocks};
}

function InTheWay({touched: {bookings, blocks}, zone, desk}: {touched: Touched; zone: string; desk: boolean}) {
  const {t, language} = useRotaWords();
  return (
    <Notice tone="hold" title={bookings.length > 0 ? t('touches', {count: bookings.length}) : t('overlaps')}>
      <ul className="mt-1 grid gap-1">
        {bookings.map(({id, reference, start}) => (
          <li key={id}>
            <Link to={desk ? '/staff/calendar' : '/staff/week'} search={({clinic}: {clinic?: string}) => ({clinic, date: dateOf(start, zone), open: `${id}/1`})} className="link">
              {when(start, zone, language)}
            </Link>{' '}
            <span className="tab-figures text-muted">{reference}</span>
          </li>
        ))}
        {blocks.map(({id, start, end}) => (
          <li key={id}>
            {when(start, zone, language)} – {when(end, zone, language)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
