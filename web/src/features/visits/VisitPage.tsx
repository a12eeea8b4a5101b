import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useParams} from '@tanstack/react-router';
import {booking, cancel, costOfCancelling, history, type Booking} from '../../api/bookings';
import {clinic, therapist} from '../../api/catalogue';
import {useLive} from '../../api/live';
import {signInAt} from '../../api/session';
import {useCodes} from '../../lib/codes';
import {calendarFile, download} from '../../lib/ics';
import {money} from '../../lib/money';
import {hour, visitorsZone, when} from '../../lib/time';
import {Facts} from '../../ui/Bits';
import {Button, buttonLook} from '../../ui/Button';
import {Dialog} from '../../ui/Dialog';
import {PageTitle} from '../../ui/Page';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {AsGuest} from './AsGuest';
import {Companion} from './Companion';
import {Cost, NoMore} from './Cost';
import {Paying} from './Paying';
import {Review} from './Review';
import {useVisitWords} from './words';

export default function VisitPage() {
  const {t} = useVisitWords();
  const {bookingId} = useParams({from: '/visits/$bookingId'});
  const found = useQuery(booking(bookingId));
  useLive();
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <p className="mb-3">
        <Link to="/visits" className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <PageTitle title={t('visit')} />
      <div className="mt-6">
        {found.isPending && (
          <Loading>
            <Skeleton className="h-80" />
          </Loading>
        )}
        {found.isError && !found.data && (
          <Failed error={found.error} retry={() => void found.refetch()} signIn={signInAt(`/visits/${bookingId}`)} />
        )}
        {found.data && <Visit visit={found.data} />}
      </div>
    </div>
  );
}

function Visit({visit}: {visit: Booking}) {
  const {t, language} = useVisitWords();
  const {named, zoneOf} = useCodes();
  const [asking, setAsking] = useState(false);
  const who = useQuery(therapist(visit.therapistId)).data;
  const place = useQuery(clinic(visit.clinicId)).data;
  return (
    <>
      {visit.status === 'CANCELLED' && (
        <div className="mb-4">
          <Notice tone="ok" live>
            {t('cancelled')}
          </Notice>
        </div>
      )}
      <div className="card p-5">
        <h2 className="text-xl">{when(visit.start, visit.zone, language)}</h2>
        <p className="text-muted">{t(`status.${visit.status}`)}</p>
        <Facts
          facts={[
            [t('when'), `${hour(visit.start, visit.zone, language)}–${hour(visit.end, visit.zone, language)}${zoneOf(visit.zone, visit.start)}`],
            [t('with'), who?.name ?? '…'],
            [t('what'), `${named('treatment', visit.treatment)}, ${t('minutes', {minutes: visit.lengthMinutes})}`],
            ...(visit.visit?.sessions ?? [])
              .filter(({companion}) => companion)
              .map((one): [string, string] => [t('beside'), `${named('treatment', one.treatment)}, ${t('minutes', {minutes: one.lengthMinutes})}`]),
            [t('where'), place ? `${place.name}, ${place.address.street}, ${place.address.city}` : '…'],
            [t('price'), visit.price ? money(visit.price, language) : '–'],
            ...(visit.fee ? [[t('fee'), money(visit.fee, language)] as [string, string]] : []),
            [t('reference'), visit.reference],
          ]}
        />
        <div className="flex flex-wrap items-center gap-3">
          {visit.status === 'CONFIRMED' && (
            <>
              <Link
                to="/therapists/$therapistId/times"
                params={{therapistId: visit.therapistId}}
                search={{treatment: visit.treatment, minutes: visit.lengthMinutes, clinic: visit.clinicId, move: visit.id}}
                className={buttonLook()}
              >
                {t('move')}
              </Link>
              <Button look="ghost" onClick={() => setAsking(true)}>
                {t('cancel')}
              </Button>
              {place && (
                <Button
                  look="plain"
                  onClick={() =>
                    download(
                      `${visit.reference}.ics`,
                      'text/calendar',
                      calendarFile({
                        id: visit.id,
                        start: visit.start,
                        end: visit.end,
                        title: `${named('treatment', visit.treatment)} – ${who?.name ?? place.name}`,
                        place: `${place.name}, ${place.address.street}, ${place.address.city}`,
                        now: new Date(),
                      }),
                    )
                  }
                >
                  {t('calendar')}
                </Button>
              )}
            </>
          )}
          {visit.seriesId && (
            <Link to="/series/$seriesId" params={{seriesId: visit.seriesId}} className={buttonLook('plain')}>
              {t('series')}
            </Link>
          )}
          {visit.status !== 'CONFIRMED' && (
            <Link
              to="/therapists/$therapistId/times"
              params={{therapistId: visit.therapistId}}
              search={{treatment: visit.treatment, minutes: visit.lengthMinutes, clinic: visit.clinicId}}
              className={buttonLook()}
            >
              {t('again')}
            </Link>
          )}
        </div>
      </div>
      <Paying visit={visit} />
      <AsGuest visit={visit} />
      <Companion visit={visit} />
      {visit.status === 'COMPLETED' && <Review visit={visit} />}
      <History id={visit.id} zone={visitorsZone()} />
      {asking && <Cancelling visit={visit} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What it costs is said before, and what is agreed to is what was shown. */
function Cancelling({visit, onClose}: {visit: Booking; onClose: () => void}) {
  const {t, language} = useVisitWords();
  const client = useQueryClient();
  const cost = useQuery(costOfCancelling(visit));
  const fee = cost.data?.fee;
  const cancelling = useMutation({mutationFn: () => cancel(client, visit, fee?.cents ?? 0), onSuccess: onClose});
  return (
    <Dialog title={t('cancelTitle')} onClose={onClose}>
      <p className="my-3">{when(visit.start, visit.zone, language)}</p>
      {cost.isPending && <Skeleton className="h-12" />}
      {cost.isError && <NoMore error={cost.error} />}
      {cost.data && <Cost cost={cost.data} zone={visit.zone} />}
      {cancelling.isError && <NoMore error={cancelling.error} />}
      <div className="mt-5 flex flex-wrap gap-3">
        {cost.data && (
          <Button look="stop" busy={cancelling.isPending} onClick={() => cancelling.mutate()}>
            {fee && fee.cents > 0 ? t('doCancelFee', {fee: money(fee, language)}) : t('doCancel')}
          </Button>
        )}
        <Button look="ghost" onClick={onClose}>
          {t('keep')}
        </Button>
      </div>
    </Dialog>
  );
}

function History({id, zone}: {id: string; zone: string}) {
  const {t, language} = useVisitWords();
  const [open, setOpen] = useState(false);
  const found = useQuery({...history(id), enabled: open});
  return (
    <details className="mt-5" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline underline-offset-3">{t('history')}</summary>
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      <ol className="mt-1 flex flex-col gap-1 text-sm">
        {found.data?.map((change) => (
          <li key={change.version}>
            <span className="tab-figures text-muted">{when(change.at, zone, language)}</span> {t(`event.${change.event.replace('Booking', '').toLowerCase()}`, {defaultValue: change.event})}{' '}
            <span className="text-muted">{t(`changed.${change.actor}`)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
