import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {clinic, therapist} from '../../api/catalogue';
import {Problem} from '../../api/problem';
import {session, type Session} from '../../api/session';
import {join} from '../../api/waitlist';
import {useCodes} from '../../lib/codes';
import {dateOf, plusDays, visitorsZone, weekday, when} from '../../lib/time';
import {Button, buttonLook} from '../../ui/Button';
import {ManyChips, OneChip} from '../../ui/Chips';
import {Field, Select} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useWho, WhoFields} from '../../ui/who/Who';
import {useWaitWords} from './words';

const PARTS = ['MORNING', 'AFTERNOON', 'EVENING'] as const;
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
/** A Monday; the days of the week are said by it. */
const A_MONDAY = '2026-11-23';

export default function JoinPage() {
  const {t} = useWaitWords();
  const {named} = useCodes();
  const search = useSearch({from: '/waitlist'});
  const place = useQuery({...clinic(search.clinic), enabled: search.clinic !== ''});
  const here = useQuery(session);
  const chosen = search.clinic !== '' && search.treatment !== '';
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <PageTitle title={t('title')} />
      {!chosen && (
        <div className="mt-6">
          <Empty title={t('nothing')}>
            <Link to="/therapists" className={buttonLook()}>
              {t('find')}
            </Link>
          </Empty>
        </div>
      )}
      {chosen && (
        <>
          <p className="mt-1 text-muted">
            {named('treatment', search.treatment)}, {t('minutes', {minutes: search.minutes})}
            {place.data && ` · ${place.data.name}`}
          </p>
          <p className="mb-6 mt-2">{t('lead')}</p>
          {place.isError && <Failed error={place.error} retry={() => void place.refetch()} />}
          {(place.isPending || here.isPending) && !place.isError && (
            <Loading>
              <Skeleton className="h-96" />
            </Loading>
          )}
          {place.data && !here.isPending && <Wish zone={place.data.zone} here={here.data} />}
        </>
      )}
    </div>
  );
}

function Wish({zone, here}: {zone: string; here: Session | undefined}) {
  const {t, language} = useWaitWords();
  const {named} = useCodes();
  const search = useSearch({from: '/waitlist'});
  const navigate = useNavigate();
  const client = useQueryClient();
  const today = dateOf(new Date(), zone);
  const [from, setFrom] = useState(search.from && search.from > today ? search.from : today);
  const [until, setUntil] = useState(plusDays(from, 13));
  const [parts, setParts] = useState<(typeof PARTS)[number][]>([]);
  const [days, setDays] = useState<(typeof DAYS)[number][]>([]);
  const [only, setOnly] = useState(search.therapist !== undefined);
  const [notice, setNotice] = useState('60');
  const whom = useQuery({...therapist(search.therapist ?? ''), enabled: search.therapist !== undefined});
  const who = useWho(here?.signedIn ? here : undefined);
  const wrong = until < from || until < today;
  const joining = useMutation({
    mutationFn: (coming: NonNullable<ReturnType<typeof who.client>>) =>
      join(client, {
        clinicId: search.clinic,
        treatment: search.treatment,
        lengthsMinutes: [search.minutes],
        ...(only && search.therapist && {therapistId: search.therapist}),
        from,
        until,
        partsOfDay: parts,
        daysOfWeek: days,
        noticeMinutes: Number(notice),
        client: coming,
      }),
    onSuccess: (place) => void navigate({to: '/waitlist/$placeId', params: {placeId: place.id}, replace: true}),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const coming = who.client();
    if (coming && !wrong) joining.mutate(coming);
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('from')} type="date" min={today} value={from} onChange={({target}) => setFrom(target.value || today)} />
        <Field label={t('until')} type="date" min={from} value={until} error={wrong ? t('dates') : undefined} onChange={({target}) => setUntil(target.value || from)} />
      </div>
      <ManyChips legend={t('parts')} choices={PARTS.map((value) => ({value, label: named('part', value)}))} chosen={parts} onChange={setParts} />
      <div>
        <ManyChips
          legend={t('days')}
          choices={DAYS.map((value, index) => ({value, label: weekday(`${plusDays(A_MONDAY, index)}T12:00:00Z`, 'UTC', language)}))}
          chosen={days}
          onChange={setDays}
        />
        <p className="mt-2 text-sm text-muted">{t('whenever')}</p>
      </div>
      {search.therapist && (
        <OneChip
          legend={t('whom')}
          choices={[
            {value: 'only', label: t('only', {name: whom.data?.name ?? '…'})},
            {value: 'anybody', label: t('anybody')},
          ]}
          chosen={only ? 'only' : 'anybody'}
          onChange={(value) => setOnly(value === 'only')}
        />
      )}
      <Select
        label={t('notice')}
        value={notice}
        onChange={setNotice}
        choices={['0', '60', '180', '1440'].map((value) => ({value, label: t(`notices.${value}`)}))}
      />
      <WhoFields {...who} />
      {joining.isError && <Refused error={joining.error} />}
      <div>
        <Button type="submit" busy={joining.isPending}>
          {t('join')}
        </Button>
      </div>
    </form>
  );
}

type Alternative = {therapistId: string; clinicId: string; start: string};

export function Refused({error}: {error: Error}) {
  const {t, language} = useWaitWords();
  const search = useSearch({from: '/waitlist'});
  if (!(error instanceof Problem) || error.passes || error.status >= 500) return <Failed error={error} />;
  if (error.type === 'free-now') {
    return (
      <Notice tone="ok" live title={t('freeNow')}>
        <ul className="mt-3 flex flex-wrap gap-2">
          {((error.body.alternatives ?? []) as Alternative[]).map((one) => (
            <li key={one.therapistId + one.start}>
              <Link
                to="/book"
                search={{therapist: one.therapistId, clinic: one.clinicId, treatment: search.treatment, minutes: search.minutes, start: one.start}}
                className={buttonLook('ghost', 'bg-surface')}
              >
                {when(one.start, visitorsZone(), language)}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (error.type === 'too-many-entries') {
    return (
      <Notice tone="hold" live title={t('tooMany')}>
        <Link to="/visits" className={buttonLook('ghost', 'mt-3')}>
          {t('mine')}
        </Link>
      </Notice>
    );
  }
  return (
    <Notice tone="stop" live title={t('refused')}>
      <p lang="en" className="mt-1">
        {error.message}
      </p>
    </Notice>
  );
}
