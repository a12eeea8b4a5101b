import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {own, type Booking} from '../../api/bookings';
import {clinic, therapist} from '../../api/catalogue';
import {useLive} from '../../api/live';
import {signInAt} from '../../api/session';
import {ownPlaces, type Place} from '../../api/waitlist';
import {useCodes} from '../../lib/codes';
import {day, when} from '../../lib/time';
import {Avatar} from '../../ui/Bits';
import {buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {useVisitWords} from './words';

export default function VisitsPage() {
  const {t} = useVisitWords();
  useLive();
  const found = useQuery(own);
  const places = useQuery({...ownPlaces, enabled: found.data !== undefined});
  const now = Date.now();
  const all = found.data?.bookings ?? [];
  const isToCome = (one: Booking) => new Date(one.end).getTime() > now && ['HELD', 'CONFIRMED', 'ARRIVED'].includes(one.status);
  const next = all.filter(isToCome);
  const past = all.filter((one) => !isToCome(one) && one.status !== 'EXPIRED').reverse();
  return (
    <div className="mx-auto max-w-3xl pb-11 pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <PageTitle title={t('title')} />
      </div>
      {found.data && (
        <nav aria-label={t('more')} className="mt-2 flex flex-wrap gap-x-5">
          {(['plans', 'records', 'vouchers', 'inbox', 'preferences'] as const).map((name) => (
            <Link key={name} to={`/${name}`} className="link inline-flex min-h-11 items-center">
              {t(name)}
            </Link>
          ))}
        </nav>
      )}
      <div className="mt-6 flex flex-col gap-8">
        {found.isPending && (
          <Loading>
            <Skeleton className="h-32" />
            <Skeleton className="mt-4 h-32" />
          </Loading>
        )}
        {found.isError && <Failed error={found.error} retry={() => void found.refetch()} signIn={signInAt('/visits')} />}
        {found.data && all.length === 0 && (
          <Empty title={t('none')}>
            <p>{t('noneHint')}</p>
            <Link to="/" className={buttonLook()}>
              {t('find')}
            </Link>
          </Empty>
        )}
        {places.data && places.data.length > 0 && (
          <section>
            <h2 className="mb-3">{t('waiting')}</h2>
            <ul className="flex flex-col gap-3">
              {places.data.map((one) => (
                <Waiting key={one.id} place={one} />
              ))}
            </ul>
          </section>
        )}
        <Group title={t('next')} visits={next} />
        <Group title={t('past')} visits={past} />
      </div>
    </div>
  );
}

function Group({title, visits}: {title: string; visits: Booking[]}) {
  if (visits.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3">{title}</h2>
      <ul className="flex flex-col gap-3">
        {visits.map((one) => (
          <Row key={one.id} visit={one} />
        ))}
      </ul>
    </section>
  );
}

function Row({visit}: {visit: Booking}) {
  const {t, language} = useVisitWords();
  const {named, zoneOf} = useCodes();
  const who = useQuery(therapist(visit.therapistId)).data;
  const place = useQuery(clinic(visit.clinicId)).data;
  return (
    <li className="card grid grid-cols-[64px_1fr] gap-x-4 p-4.5">
      <Avatar name={who?.name ?? ''} photo={who?.photo} />
      <div>
        <h3>
          {when(visit.start, visit.zone, language)}
          <span className="font-sans text-sm font-normal text-muted">{zoneOf(visit.zone, visit.start)}</span>
        </h3>
        <p className="text-sm text-muted">
          {named('treatment', visit.treatment)}, {t('minutes', {minutes: visit.lengthMinutes})} · {who?.name ?? '…'}
          {place && ` · ${place.name}`}
        </p>
        <p className="text-sm">{t(`status.${visit.status}`)}</p>
        <p className="mt-2 flex flex-wrap gap-3">
          {visit.status === 'HELD' ? (
            visit.seriesId ? null : (
              <Link to="/book/$bookingId" params={{bookingId: visit.id}} className={buttonLook('primary', 'px-4 py-1.5')}>
                {t('goOn')}
              </Link>
            )
          ) : (
            <Link to="/visits/$bookingId" params={{bookingId: visit.id}} className={buttonLook('ghost', 'px-4 py-1.5')}>
              {visit.status === 'CONFIRMED' ? t('open') : t('visit')}
              <span className="sr-only"> – {when(visit.start, visit.zone, language)}</span>
            </Link>
          )}
          {visit.seriesId && (
            <Link to="/series/$seriesId" params={{seriesId: visit.seriesId}} className={buttonLook('plain')}>
              {t('series')}
              <span className="sr-only"> – {when(visit.start, visit.zone, language)}</span>
            </Link>
          )}
          <Link
            to="/therapists/$therapistId/times"
            params={{therapistId: visit.therapistId}}
            search={{treatment: visit.treatment, minutes: visit.lengthMinutes, clinic: visit.clinicId}}
            className={buttonLook('plain')}
          >
            {t('again')}
            <span className="sr-only"> – {when(visit.start, visit.zone, language)}</span>
          </Link>
        </p>
      </div>
    </li>
  );
}

function Waiting({place}: {place: Place}) {
  const {t, language} = useVisitWords();
  const {named} = useCodes();
  const where = useQuery(clinic(place.clinicId)).data;
  const what = `${named('treatment', place.treatment)}, ${place.lengthsMinutes.map((minutes) => t('minutes', {minutes})).join(' / ')}`;
  return (
    <li className="card p-4.5">
      <h3>{place.offer ? t('offered', {when: when(place.offer.start, place.offer.zone, language)}) : what}</h3>
      <p className="text-sm text-muted">
        {place.offer ? what : t('waitingUntil', {until: day(`${place.until}T12:00:00Z`, 'UTC', language)})}
        {where && ` · ${where.name}`}
      </p>
      <p className="mt-2">
        <Link to="/waitlist/$placeId" params={{placeId: place.id}} className={buttonLook(place.offer ? 'primary' : 'ghost', 'px-4 py-1.5')}>
          {place.offer ? t('answerOffer') : t('openPlace')}
          <span className="sr-only"> – {what}</span>
        </Link>
      </p>
    </li>
  );
}
