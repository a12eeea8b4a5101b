import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {book} from '../../api/bookings';
import {clinic, clinics, treatments} from '../../api/catalogue';
import {together, type FreeVisit} from '../../api/free';
import {Problem} from '../../api/problem';
import {session, type Session} from '../../api/session';
import {useCodes} from '../../lib/codes';
import {groupBy} from '../../lib/group';
import {money} from '../../lib/money';
import {dateOf, day, hour, plusDays} from '../../lib/time';
import {Button} from '../../ui/Button';
import {classes} from '../../ui/classes';
import {Field, Select} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useWho, WhoFields} from '../../ui/who/Who';
import {useCoupleWords} from './words';

export default function CouplePage() {
  const {t} = useCoupleWords();
  const {named} = useCodes();
  const search = useSearch({from: '/together'});
  const navigate = useNavigate({from: '/together'});
  const places = useQuery(clinics);
  const known = useQuery(treatments);
  const here = useQuery(session);
  const change = (part: Partial<typeof search>) => void navigate({search: (before) => ({...before, at: undefined, ...part}), replace: true, resetScroll: false});
  const lengths = (code: string | undefined) => known.data?.find((one) => one.code === code)?.lengthsMinutes ?? [60];
  const choices = [{value: '', label: t('choose')}, ...(known.data ?? []).map(({code, name}) => ({value: code, label: named('treatment', code, name)}))];
  const half = (treatment: string, minutes: number, change: (treatment: string, minutes: number) => void, legend: string) => (
    <fieldset className="grid grid-cols-[1fr_auto] gap-3">
      <legend className="mb-2 font-serif text-lg font-semibold">{legend}</legend>
      <Select label={legend} value={treatment} choices={choices} onChange={(code) => change(code, lengths(code).includes(minutes) ? minutes : lengths(code)[0]!)} />
      <Select
        label={t('length')}
        value={String(minutes)}
        choices={lengths(treatment).map((one) => ({value: String(one), label: t('minutes', {minutes: one})}))}
        onChange={(one) => change(treatment, Number(one))}
      />
    </fieldset>
  );
  const theirs = search.theirs ?? search.treatment;
  const theirMinutes = search.theirMinutes ?? search.minutes;
  const failed = places.error ?? known.error;
  return (
    <div className="mx-auto max-w-3xl pb-11 pt-6">
      <PageTitle title={t('title')} />
      <p className="mb-6 mt-2 text-muted">{t('lead')}</p>
      {failed && <Failed error={failed} retry={() => void Promise.all([places.refetch(), known.refetch()])} />}
      <div className="flex flex-col gap-5">
        <Select
          label={t('clinic')}
          value={search.clinic}
          choices={[{value: '', label: t('choose')}, ...(places.data ?? []).map(({id, name, address}) => ({value: id, label: `${name}, ${address.city}`}))]}
          onChange={(clinicId) => change({clinic: clinicId})}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          {half(search.treatment, search.minutes, (treatment, minutes) => change({treatment, minutes}), t('yours'))}
          {half(theirs, theirMinutes, (code, minutes) => change({theirs: code, theirMinutes: minutes}), t('theirs'))}
        </div>
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" className="size-5 accent-primary" checked={search.oneRoom} onChange={({target}) => change({oneRoom: target.checked})} />
          {t('oneRoom')}
        </label>
        <h2>{t('times')}</h2>
        {search.clinic && search.treatment ? (
          <Times asked={{mine: {treatment: search.treatment, minutes: search.minutes}, theirs: {treatment: theirs, minutes: theirMinutes}}} here={here.data} onChange={change} />
        ) : (
          <p className="text-muted">{t('noneYet')}</p>
        )}
      </div>
    </div>
  );
}

type Half = {treatment: string; minutes: number};
type TimesProps = {asked: {mine: Half; theirs: Half}; here: Session | undefined; onChange: (part: {from?: string; at?: string}) => void};

function Times({asked, here, onChange}: TimesProps) {
  const {t, language} = useCoupleWords();
  const search = useSearch({from: '/together'});
  const place = useQuery(clinic(search.clinic));
  const zone = place.data?.zone ?? 'UTC';
  const today = dateOf(new Date(), zone);
  const from = search.from && search.from > today ? search.from : today;
  const free = useQuery({
    ...together({clinicId: search.clinic, ...asked, sameRoom: search.oneRoom, from, to: plusDays(from, 6)}),
    enabled: place.data !== undefined,
  });
  const byDay = [...groupBy(free.data ?? [], (visit) => dateOf(visit.start, zone))];
  const chosen = free.data?.find(({start}) => start === search.at);
  return (
    <>
      {(free.isPending || place.isPending) && !free.isError && (
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      )}
      {free.isError && <Failed error={free.error} retry={() => void free.refetch()} />}
      {free.data?.length === 0 && <Empty title={t('none')} />}
      {byDay.map(([date, visits]) => (
        <section key={date}>
          <h3 className="mb-2">{day(`${date}T12:00:00Z`, 'UTC', language)}</h3>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(92px,1fr))] gap-2">
            {visits.map(({start}) => (
              <li key={start}>
                <button
                  type="button"
                  aria-pressed={start === search.at}
                  onClick={() => onChange({at: start})}
                  className={classes(
                    'tab-figures min-h-11 w-full rounded-xl border-[1.5px] font-semibold',
                    start === search.at ? 'border-primary bg-primary text-on-primary' : 'border-edge bg-surface hover:border-primary hover:bg-tint',
                  )}
                >
                  {hour(start, zone, language)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="flex gap-3">
        {from > today && (
          <Button look="plain" onClick={() => onChange({from: plusDays(from, -7)})}>
            {t('earlier')}
          </Button>
        )}
        <Button look="plain" onClick={() => onChange({from: plusDays(from, 7)})}>
          {t('later')}
        </Button>
      </p>
      {chosen && <Coming key={chosen.start} visit={chosen} here={here} />}
    </>
  );
}

function Coming({visit, here}: {visit: FreeVisit; here: Session | undefined}) {
  const {t, language} = useCoupleWords();
  const search = useSearch({from: '/together'});
  const client = useQueryClient();
  const navigate = useNavigate();
  const who = useWho(here?.signedIn ? here : undefined);
  const [companion, setCompanion] = useState({name: '', email: ''});
  const [asked, setAsked] = useState(false);
  const nameWrong = companion.name.trim() === '';
  const mailWrong = companion.email !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(companion.email.trim());
  const holding = useMutation({
    mutationFn: (coming: NonNullable<ReturnType<typeof who.client>>) => {
      const session = ({therapistId, treatment, durationMinutes}: FreeVisit['sessions'][number]) => ({therapistId, treatment, lengthMinutes: durationMinutes});
      const [mine, theirs] = [visit.sessions.find((one) => !one.companion)!, visit.sessions.filter((one) => one.companion)];
      return book(client, {
        ...session(mine),
        clinicId: visit.clinicId,
        start: visit.start,
        hold: true,
        client: coming,
        ...(search.oneRoom && {sameRoom: true}),
        companion: {
          name: companion.name.trim(),
          ...(companion.email.trim() && {email: companion.email.trim()}),
          sessions: theirs.map(session),
        },
      });
    },
    onSuccess: (held) => void navigate({to: '/book/$bookingId', params: {bookingId: held.id}}),
    onError: (error) => {
      if (error instanceof Problem && error.status === 409) void client.invalidateQueries({queryKey: ['free', 'together']});
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const coming = who.client();
    if (coming && !nameWrong && !mailWrong) holding.mutate(coming);
  };
  return (
    <form noValidate onSubmit={send} className="card flex flex-col gap-5 p-5">
      <div>
        <h2>
          {day(visit.start, visit.zone, language)}, {hour(visit.start, visit.zone, language)}
        </h2>
        <p className="text-muted">
          {t('with', {names: visit.sessions.map(({therapistName}) => therapistName).join(', ')})}
          {visit.sameRoom && `, ${t('sameRoom')}`}
          {visit.price && ` · ${t('price', {price: money(visit.price, language)})}`}
        </p>
      </div>
      <WhoFields {...who} />
      <Field
        label={t('companion')}
        value={companion.name}
        error={asked && nameWrong ? t('companionMissing') : undefined}
        onChange={({target}) => setCompanion({...companion, name: target.value})}
      />
      <Field
        label={t('companionMail')}
        optional
        type="email"
        hint={t('companionHint')}
        value={companion.email}
        error={asked && mailWrong ? t('mailWrong') : undefined}
        onChange={({target}) => setCompanion({...companion, email: target.value})}
      />
      {holding.isError && <Refused error={holding.error} />}
      <div>
        <Button type="submit" busy={holding.isPending}>
          {t('hold', {hour: hour(visit.start, visit.zone, language)})}
        </Button>
      </div>
    </form>
  );
}

function Refused({error}: {error: Error}) {
  const {t} = useCoupleWords();
  if (!(error instanceof Problem) || error.passes || error.status >= 500) return <Failed error={error} />;
  if (error.type === 'slot-taken') return <Notice tone="hold" live title={t('taken')} />;
  if (error.type === 'client-busy' || error.type === 'companion-busy') return <Notice tone="hold" live title={t('busy')} />;
  return (
    <Notice tone="stop" live title={t('refused')}>
      <p lang="en" className="mt-1">
        {error.message}
      </p>
    </Notice>
  );
}
