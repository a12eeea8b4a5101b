import {useDeferredValue, useMemo, useState, type ReactNode} from 'react';
import {useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useParams, useSearch} from '@tanstack/react-router';
import {clinic, therapist} from '../../api/catalogue';
import {explanation, starts, type Slot} from '../../api/free';
import {useCodes} from '../../lib/codes';
import {groupBy} from '../../lib/group';
import {money} from '../../lib/money';
import {cityOf, dateOf, day, differ, hour, instantOf, partOfDay, plusDays, visitorsZone, weekday, when, type PartOfDay} from '../../lib/time';
import {Facts} from '../../ui/Bits';
import {Button, buttonLook} from '../../ui/Button';
import {classes} from '../../ui/classes';
import {Field} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {useTimesWords} from './words';

const SHOWN = 14;
const NONE: Slot[] = [];
const FROM = '/therapists/$therapistId/times';

export default function TimesPage() {
  const {t, language} = useTimesWords();
  const {named} = useCodes();
  const {therapistId} = useParams({from: FROM});
  const search = useSearch({from: FROM});
  const navigate = useNavigate({from: FROM});
  const [own, setOwn] = useState(false);
  const who = useQuery(therapist(therapistId));
  const treatment = search.treatment ?? who.data?.offers[0]?.treatment ?? '';
  const offers = who.data?.offers.filter((offer) => offer.treatment === treatment) ?? [];
  const minutes = search.minutes ?? offers[0]?.lengthMinutes ?? 60;
  const offer = offers.find((one) => one.lengthMinutes === minutes && (!search.clinic || one.clinicId === search.clinic));
  const place = useQuery({...clinic(offer?.clinicId ?? ''), enabled: offer !== undefined});

  const mine = visitorsZone();
  const clinicZone = place.data?.zone ?? mine;
  const today = dateOf(new Date(), clinicZone);
  const from = search.from && search.from > today ? search.from : today;
  const free = useQuery({
    ...starts({therapistId, clinicId: search.clinic, treatment, minutes}, from, plusDays(from, SHOWN - 1)),
    enabled: treatment !== '' && place.data !== undefined,
  });

  const zone = own ? mine : clinicZone;
  // Drawn in small steps, between which the page answers to taps.
  const answer = useDeferredValue(free.data);
  const slots = answer ?? NONE;
  const byDay = useMemo(() => groupBy(slots, (slot) => dateOf(slot.start, zone)), [slots, zone]);
  const firstFree = slots[0] && dateOf(slots[0].start, zone);
  const chosenDay = search.day ?? firstFree ?? from;
  const ofDay = byDay.get(chosenDay) ?? [];
  const chosen = slots.find(({start}) => start === search.at);
  const other = differ(mine, clinicZone, new Date());
  const noon = (date: string) => `${date}T12:00:00Z`;
  const change = (part: Partial<typeof search>) => void navigate({search: (before) => ({...before, ...part}), replace: true, resetScroll: false});

  return (
    <div className="pb-11 pt-6">
      <p className="mb-3">
        <Link to="/therapists/$therapistId" params={{therapistId}} search={{treatment, minutes}} className="link inline-flex min-h-11 items-center">
          {t('back', {name: who.data?.name ?? '…'})}
        </Link>
      </p>
      {/* Two lines on a phone, whoever it is: nothing moves when the name is there. */}
      <div className="flex min-h-[4.7rem] items-end sm:min-h-0">
        <PageTitle title={t(search.move ? 'move' : 'title', {name: who.data?.name ?? '…'})} />
      </div>
      <p className="mb-5 mt-1 min-h-[3.1em] text-muted sm:min-h-0">
        {treatment && named('treatment', treatment)}, {t('minutes', {minutes})}
        {place.data && ` · ${place.data.name}`}
      </p>
      {who.isError && <Failed error={who.error} retry={() => void who.refetch()} />}
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[1fr_320px]">
        <div className="min-w-0">
          {(!answer || place.isPending) && !free.isError && !who.isError && (
            <Loading>
              <Skeleton className="h-20" />
              <Skeleton className="mt-5 h-[44rem]" />
            </Loading>
          )}
          {free.isError && <Failed error={free.error} retry={() => void free.refetch()} />}
          {answer && (
            <>
              <Strip
                days={Array.from({length: SHOWN}, (_, index) => plusDays(from, index))}
                chosen={chosenDay}
                count={(date) => byDay.get(date)?.length ?? 0}
                onChoose={(date) => change({day: date, at: undefined})}
              />
              <div className="mt-2 flex flex-wrap items-center gap-x-4">
                {from > today && (
                  <Button look="plain" onClick={() => change({from: plusDays(from, -SHOWN) > today ? plusDays(from, -SHOWN) : undefined, day: undefined, at: undefined})}>
                    {t('earlier')}
                  </Button>
                )}
                <Button look="plain" onClick={() => change({from: plusDays(from, SHOWN), day: undefined, at: undefined})}>
                  {t('later')}
                </Button>
                <label className="ms-auto flex items-center gap-2 text-sm text-muted">
                  {t('pickDate')}
                  <input
                    type="date"
                    min={today}
                    value={chosenDay}
                    onChange={({target}) => target.value && change({from: target.value, day: target.value, at: undefined})}
                    className="input w-auto"
                  />
                </label>
              </div>
              {other && (
                <p className="mt-2 text-sm text-muted">
                  {own ? t('ownZone', {city: cityOf(mine)}) : t('clinicZone', {city: cityOf(clinicZone)})}{' '}
                  <button type="button" className="link min-h-11" onClick={() => setOwn(!own)}>
                    {own ? t('showClinic') : t('showOwn')}
                  </button>
                </p>
              )}
              <div aria-live="polite">
                {ofDay.length === 0 && (
                  <div className="mt-4">
                    <Empty title={firstFree ? t('nothing', {day: day(noon(chosenDay), 'UTC', language)}) : t('nothingSoon')}>
                      {firstFree ? (
                        <Button look="ghost" onClick={() => change({day: firstFree, at: undefined})}>
                          {t('next', {day: day(noon(firstFree), 'UTC', language)})}
                        </Button>
                      ) : (
                        <Button look="ghost" onClick={() => change({from: plusDays(from, SHOWN), day: undefined})}>
                          {t('later')}
                        </Button>
                      )}
                    </Empty>
                  </div>
                )}
              </div>
              {(['MORNING', 'AFTERNOON', 'EVENING'] as const).map((part) => (
                <Part
                  key={part}
                  part={part}
                  slots={ofDay.filter((slot) => partOfDay(slot.start, zone) === part)}
                  zone={zone}
                  chosen={search.at}
                  onChoose={(at) => change({at, day: chosenDay})}
                >
                  {chosen && partOfDay(chosen.start, zone) === part && (
                    <div className="mt-3 lg:hidden">
                      <GoOn chosen={chosen} treatment={treatment} minutes={minutes} zone={zone} move={search.move} />
                    </div>
                  )}
                </Part>
              ))}
              {offer && !search.move && (
                <p className="mt-5 flex flex-wrap gap-x-5">
                  <Link to="/waitlist" search={{clinic: offer.clinicId, treatment, minutes, therapist: therapistId, from: chosenDay}} className="link inline-flex min-h-11 items-center">
                    {t('wait')}
                  </Link>
                  <Link to="/together" search={{clinic: offer.clinicId, treatment, minutes, oneRoom: false}} className="link inline-flex min-h-11 items-center">
                    {t('together')}
                  </Link>
                </p>
              )}
              {offer && <WhyNot date={chosenDay} zone={clinicZone} asked={{therapistId, clinicId: offer.clinicId, treatment, minutes}} />}
            </>
          )}
        </div>
        <aside className="card h-fit p-5 lg:sticky lg:top-6" aria-live="polite">
          {chosen ? (
            <>
              <h2 className="text-xl">{day(chosen.start, clinicZone, language)}</h2>
              <Facts
                facts={[
                  [
                    t('time'),
                    <span key="time" className="tab-figures">
                      {hour(chosen.start, clinicZone, language)}–{hour(chosen.end, clinicZone, language)}
                      {other && <span className="block text-sm text-muted">{t('yours', {hour: when(chosen.start, mine, language)})}</span>}
                    </span>,
                  ],
                  [t('who'), chosen.therapistName],
                  [t('what'), `${named('treatment', treatment)}, ${t('minutes', {minutes})}`],
                  [t('place'), chosen.clinicName],
                  [
                    t('price'),
                    <span key="price">
                      {chosen.price && <b>{money(chosen.price, language)}</b>}, {t('atClinic')}
                    </span>,
                  ],
                ]}
              />
              {place.data && (
                <p className="mb-4 text-sm text-muted">
                  {t('free', {
                    when: when(new Date(new Date(chosen.start).getTime() - place.data.policy.freeCancellationMinutes * 60_000), clinicZone, language),
                    percent: place.data.policy.lateCancellationPercent,
                  })}
                </p>
              )}
              <div className="max-lg:hidden">
                <GoOn chosen={chosen} treatment={treatment} minutes={minutes} zone={zone} move={search.move} />
              </div>
            </>
          ) : (
            <>
              <h2 className="text-xl">{t('summary')}</h2>
              <p className="mt-2 text-muted">{t('none')}</p>
            </>
          )}
        </aside>
      </div>
    </div>
  );
}

function GoOn(props: {chosen: Slot; treatment: string; minutes: number; zone: string; move: string | undefined}) {
  const {t, language} = useTimesWords();
  const {chosen, treatment, minutes, move} = props;
  if (move) {
    return (
      <Link
        to="/visits/$bookingId/move"
        params={{bookingId: move}}
        search={{to: chosen.start, therapist: chosen.therapistId}}
        className={buttonLook('primary', 'w-full')}
      >
        {t('moveTo', {hour: hour(chosen.start, props.zone, language)})}
      </Link>
    );
  }
  return (
    <>
      <Link
        to="/book"
        search={{therapist: chosen.therapistId, clinic: chosen.clinicId, treatment, minutes, start: chosen.start}}
        className={buttonLook('primary', 'w-full')}
      >
        {t('goOn', {hour: hour(chosen.start, props.zone, language)})}
      </Link>
      <Link
        to="/series/new"
        search={{therapist: chosen.therapistId, clinic: chosen.clinicId, treatment, minutes, start: chosen.start, every: '1', count: 4}}
        className={buttonLook('plain', 'mt-1 w-full')}
      >
        {t('series')}
      </Link>
    </>
  );
}

function Strip(props: {days: string[]; chosen: string; count: (date: string) => number; onChoose: (date: string) => void}) {
  const {t, language} = useTimesWords();
  return (
    <ol aria-label={t('days')} className="relative flex gap-2 overflow-x-auto p-1 pb-2">
      {props.days.map((date) => {
        const noon = `${date}T12:00:00Z`;
        const free = props.count(date);
        const on = date === props.chosen;
        return (
          <li key={date}>
            <button
              type="button"
              aria-pressed={on}
              onClick={() => props.onChoose(date)}
              className={classes(
                'w-18 rounded-xl border-[1.5px] py-2.5 text-center transition duration-150',
                on ? 'border-primary bg-primary text-on-primary' : 'bg-surface',
                !on && (free > 0 ? 'border-edge hover:border-primary' : 'border-line text-muted'),
              )}
            >
              <span aria-hidden className="block text-sm">
                {weekday(noon, 'UTC', language)}
              </span>
              <b aria-hidden className={classes('tab-figures', free === 0 && 'font-normal')}>
                {Number(date.slice(8))}
              </b>
              <span className="sr-only">
                {day(noon, 'UTC', language)}, {free > 0 ? t('free', {count: free}) : t('full')}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

type PartProps = {
  part: PartOfDay;
  slots: Slot[];
  zone: string;
  chosen: string | undefined;
  onChoose: (start: string) => void;
  /** On a phone the way on stands here, for the choice is far below. */
  children: ReactNode;
};

function Part(props: PartProps) {
  const {language} = useTimesWords();
  const {named} = useCodes();
  if (props.slots.length === 0) return null;
  return (
    <section className="mt-4">
      <h2 className="font-sans text-sm font-normal tracking-normal text-muted">{named('part', props.part)}</h2>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(92px,1fr))] gap-2">
        {props.slots.map(({start}) => {
          const on = start === props.chosen;
          return (
            <li key={start}>
              <button
                type="button"
                aria-pressed={on}
                onClick={() => props.onChoose(start)}
                className={classes(
                  'tab-figures min-h-11 w-full rounded-xl border-[1.5px] font-semibold transition duration-150',
                  on ? 'border-primary bg-primary text-on-primary' : 'border-edge bg-surface hover:border-primary hover:bg-tint',
                )}
              >
                {hour(start, props.zone, language)}
              </button>
            </li>
          );
        })}
      </ul>
      {props.children}
    </section>
  );
}

type WhyNotProps = {
  date: string;
  zone: string;
  asked: {therapistId: string; clinicId: string; treatment: string; minutes: number};
};

function WhyNot({date, zone, asked}: WhyNotProps) {
  const {t, language} = useTimesWords();
  const [time, setTime] = useState('12:00');
  const [question, setQuestion] = useState<string>();
  const answer = useQuery({...explanation(asked, question ?? ''), enabled: question !== undefined});
  return (
    <details className="mt-5">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline underline-offset-3">{t('whyNot')}</summary>
      <form
        className="mt-2 flex max-w-sm items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setQuestion(instantOf(date, time, zone));
        }}
      >
        <Field label={t('whyAt', {day: day(`${date}T12:00:00Z`, 'UTC', language)})} type="time" step={300} value={time} required onChange={(event) => setTime(event.target.value)} />
        <Button type="submit" look="ghost" busy={answer.isFetching}>
          {t('ask')}
        </Button>
      </form>
      <div role="status" className="mt-3">
        {answer.isError && <Failed error={answer.error} />}
        {answer.data &&
          (answer.data.offered ? (
            <p>{t('offered')}</p>
          ) : (
            <ul className="list-disc ps-5" lang="en">
              {answer.data.reasons.map(({code, message}) => (
                <li key={code}>{message}</li>
              ))}
            </ul>
          ))}
      </div>
    </details>
  );
}
