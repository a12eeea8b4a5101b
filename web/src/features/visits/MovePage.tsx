import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useNavigate, useParams, useSearch} from '@tanstack/react-router';
import {booking, costOfMoving, move, type Booking} from '../../api/bookings';
import {signInAt} from '../../api/session';
import {money} from '../../lib/money';
import {when} from '../../lib/time';
import {Facts} from '../../ui/Bits';
import {Button, buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Failed, Loading, Skeleton} from '../../ui/States';
import {Cost, NoMore} from './Cost';
import {useVisitWords} from './words';

export default function MovePage() {
  const {t} = useVisitWords();
  const {bookingId} = useParams({from: '/visits/$bookingId/move'});
  const found = useQuery(booking(bookingId));
  return (
    <div className="mx-auto max-w-xl pb-11 pt-6">
      <PageTitle title={t('moveTitle')} />
      <div className="mt-6">
        {found.isPending && (
          <Loading>
            <Skeleton className="h-56" />
          </Loading>
        )}
        {found.isError && !found.data && <Failed error={found.error} retry={() => void found.refetch()} signIn={signInAt(`/visits/${bookingId}`)} />}
        {found.data && <Moving visit={found.data} />}
      </div>
    </div>
  );
}

function Moving({visit}: {visit: Booking}) {
  const {t, language} = useVisitWords();
  const {to, therapist} = useSearch({from: '/visits/$bookingId/move'});
  const navigate = useNavigate();
  const client = useQueryClient();
  const cost = useQuery(costOfMoving(visit));
  const fee = cost.data?.fee;
  const moving = useMutation({
    mutationFn: () =>
      move(client, visit, {
        start: to,
        acceptedFeeCents: fee?.cents ?? 0,
        ...(therapist && therapist !== visit.therapistId && {therapistId: therapist}),
      }),
    onSuccess: () => void navigate({to: '/visits/$bookingId', params: {bookingId: visit.id}, replace: true}),
  });
  return (
    <div className="card p-5">
      <Facts
        facts={[
          [t('from'), when(visit.start, visit.zone, language)],
          [t('to'), <b key="to">{when(to, visit.zone, language)}</b>],
        ]}
      />
      {cost.isPending && <Skeleton className="h-6" />}
      {cost.isError && <NoMore error={cost.error} />}
      {cost.data && <Cost cost={cost.data} zone={visit.zone} />}
      {moving.isError && <NoMore error={moving.error} />}
      <div className="mt-5 flex flex-wrap gap-3">
        {cost.data && (
          <Button busy={moving.isPending} onClick={() => moving.mutate()}>
            {fee && fee.cents > 0 ? t('doMoveFee', {fee: money(fee, language)}) : t('doMove')}
          </Button>
        )}
        <Link
          to="/therapists/$therapistId/times"
          params={{therapistId: visit.therapistId}}
          search={{treatment: visit.treatment, minutes: visit.lengthMinutes, clinic: visit.clinicId, move: visit.id}}
          className={buttonLook('ghost')}
        >
          {t('choose')}
        </Link>
        <Link to="/visits/$bookingId" params={{bookingId: visit.id}} className={buttonLook('plain')}>
          {t('keep')}
        </Link>
      </div>
    </div>
  );
}
