import {useQueries, useQuery} from '@tanstack/react-query';
import {Link, useParams, useSearch} from '@tanstack/react-router';
import {clinic, therapist, type Clinic, type Therapist} from '../../api/catalogue';
import {useCodes} from '../../lib/codes';
import {money} from '../../lib/money';
import {day, monthOf} from '../../lib/time';
import {Avatar, Badge, Stars} from '../../ui/Bits';
import {buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Failed, Loading, Skeleton} from '../../ui/States';
import {Reviews} from './Reviews';
import {useTherapistWords} from './words';

export default function ProfilePage() {
  const {t} = useTherapistWords();
  const {therapistId} = useParams({from: '/therapists/$therapistId'});
  const {treatment, minutes} = useSearch({from: '/therapists/$therapistId'});
  const found = useQuery(therapist(therapistId));
  return (
    <div className="pb-11 pt-6">
      <p className="mb-3">
        <Link to="/therapists" search={{treatment, minutes}} className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      {found.isPending && (
        <Loading>
          <Skeleton className="h-32" />
          <Skeleton className="mt-6 h-72" />
        </Loading>
      )}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Profile therapist={found.data} />}
    </div>
  );
}

function Profile({therapist: one}: {therapist: Therapist}) {
  const {t, language} = useTherapistWords();
  const {named, languageName} = useCodes();
  const {treatment, minutes} = useSearch({from: '/therapists/$therapistId'});
  const clinicIds = [...new Set(one.offers.map(({clinicId}) => clinicId))];
  const places = useQueries({queries: clinicIds.map(clinic)}).flatMap(({data}) => data ?? []);
  const licences = one.licences.filter(({status}) => status === 'VERIFIED');
  const years = new Date().getFullYear() - one.practisingSince;
  const codes = [...new Set(one.offers.map((offer) => offer.treatment))];
  const first = treatment && codes.includes(treatment) ? treatment : codes[0];
  const name = (id: string) => (places.length > 1 ? places.find((place) => place.id === id)?.name : undefined);

  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[1fr_340px]">
      <div className="flex flex-col gap-8">
        <div className="flex flex-wrap items-start gap-5">
          <Avatar name={one.name} photo={one.photo} size={112} />
          <div className="min-w-52 flex-1">
            <PageTitle title={one.name} />
            <p className="mt-1 text-muted">
              {t('years', {count: years})} · {t('speaks', {languages: one.languages.map(languageName).join(', ')})}
            </p>
            {one.rating && one.rating.count > 0 && <Stars mean={one.rating.mean} count={one.rating.count} language={language} />}
            {one.about && (
              <p className="mt-3 max-w-[60ch]" lang="en">
                {one.about}
              </p>
            )}
          </div>
        </div>
        <section>
          <h2 className="mb-2">{t('practises')}</h2>
          <ul className="flex flex-wrap gap-2">
            {one.specializations.map((practice) => (
              <li key={practice.treatment} className="rounded-full bg-tint px-3.5 py-1 text-[0.92rem] text-primary">
                {named('treatment', practice.treatment)} · {t('years', {count: practice.experienceYears})}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="mb-2">{t('licence')}</h2>
          {licences.map((licence) => (
            <p key={licence.id} className="mt-1">
              <Badge>{t('licensed', {until: licence.validUntil ? monthOf(licence.validUntil, language) : '–'})}</Badge>{' '}
              <span className="text-sm text-muted">
                {t('licenceText', {
                  number: licence.number,
                  authority: licence.authority,
                  jurisdiction: licence.jurisdiction,
                  until: licence.validUntil ? day(licence.validUntil, 'UTC', language) + ' ' + licence.validUntil.slice(0, 4) : '–',
                })}
              </span>
            </p>
          ))}
          {one.professionalBodies.length > 0 && (
            <p className="mt-2 text-sm text-muted">
              {t('bodies')} {one.professionalBodies.join(', ')}
            </p>
          )}
        </section>
        <section>
          <h2 className="mb-2">{t('prices')}</h2>
          <ul className="flex flex-col gap-2">
            {codes.map((code) => (
              <li key={code} className="card p-4">
                <h3>{named('treatment', code)}</h3>
                <ul className="mt-2 flex flex-wrap gap-2">
                  {one.offers
                    .filter((offer) => offer.treatment === code)
                    .map((offer) => (
                      <li key={offer.clinicId + offer.lengthMinutes}>
                        <Link
                          to="/therapists/$therapistId/times"
                          params={{therapistId: one.id}}
                          search={{treatment: code, minutes: offer.lengthMinutes, clinic: offer.clinicId}}
                          className="tab-figures inline-flex min-h-11 items-center gap-2 rounded-full border-[1.5px] border-edge px-4 hover:border-primary hover:bg-tint"
                        >
                          {t('minutes', {minutes: offer.lengthMinutes})} {offer.price && <b>{money(offer.price, language)}</b>}
                          {name(offer.clinicId) && <span className="text-sm text-muted">{name(offer.clinicId)}</span>}
                        </Link>
                      </li>
                    ))}
                </ul>
                <Included offers={one.offers.filter((offer) => offer.treatment === code)} />
              </li>
            ))}
          </ul>
          {one.packages.length > 0 && (
            <>
              <h3 className="mb-1 mt-5">{t('packages')}</h3>
              <ul>
                {one.packages.map((bundle) => (
                  <li key={bundle.name} className="mt-1">
                    <span lang="en">{bundle.name}</span> – {named('treatment', bundle.treatment)}, {t('minutes', {minutes: bundle.lengthMinutes})}
                    {', '}
                    {bundle.price && <b>{money(bundle.price, language)}</b>}{' '}
                    <span className="text-sm text-muted">{t('package', {sessions: bundle.sessions, days: bundle.validDays})}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <Reviews id={one.id} />
      </div>
      <aside className="flex flex-col gap-4">
        {first && (
          <Link
            to="/therapists/$therapistId/times"
            params={{therapistId: one.id}}
            search={{treatment: first, minutes: minutes ?? one.offers.find((offer) => offer.treatment === first)?.lengthMinutes}}
            className={buttonLook()}
          >
            {t('book')}
          </Link>
        )}
        {places.map((place) => (
          <Place key={place.id} place={place} />
        ))}
      </aside>
    </div>
  );
}

function Included({offers}: {offers: {included: string[]}[]}) {
  const {t} = useTherapistWords();
  const included = [...new Set(offers.flatMap((offer) => offer.included))];
  if (included.length === 0) return null;
  return (
    <p className="mt-2 text-sm text-muted" lang="en">
      {t('included', {included: included.join(', ')})}
    </p>
  );
}

function Place({place}: {place: Clinic}) {
  const {t} = useTherapistWords();
  const {named} = useCodes();
  const {latitude, longitude} = place.coordinates;
  return (
    <section className="card p-5">
      <h2 className="text-xl">{place.name}</h2>
      <address className="mt-1 not-italic text-muted">
        {place.address.street}
        <br />
        {place.address.postalCode} {place.address.city}
      </address>
      <p className="mt-2 text-sm text-muted">
        {t('rooms', {count: place.rooms.length})}
        {place.amenities.map((amenity) => ` · ${named('amenity', amenity)}`)}
      </p>
      <p className="mt-2 text-sm text-muted">
        {t('cancel', {hours: place.policy.freeCancellationMinutes / 60, percent: place.policy.lateCancellationPercent})}
      </p>
      <a
        className="link mt-2 inline-flex min-h-11 items-center"
        href={`https://www.openstreetmap.org/directions?to=${latitude}%2C${longitude}`}
        target="_blank"
        rel="noreferrer"
      >
        {t('directions')}
        <span className="sr-only"> ({t('opensMap')})</span>
      </a>
    </section>
  );
}
