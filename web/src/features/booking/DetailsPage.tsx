import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, Navigate, useNavigate, useParams} from '@tanstack/react-router';
import {booking, confirm, questions, release, renew, stopped, type Booking} from '../../api/bookings';
import {Problem} from '../../api/problem';
import {useComplaint} from '../../lib/complaint';
import {keep} from '../../lib/kept';
import {money} from '../../lib/money';
import {when} from '../../lib/time';
import {Button, buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Countdown} from '../../ui/screening/Countdown';
import {AnswerFirst, Screening, SpeaksAgainst, useAnswers} from '../../ui/screening/Screening';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {Summary} from './Summary';
import {useBookingWords} from './words';

export default function DetailsPage() {
  const {t} = useBookingWords();
  const {bookingId} = useParams({from: '/book/$bookingId'});
  const found = useQuery(booking(bookingId));
  if (found.isPending) {
    return (
      <Loading>
        <Skeleton className="mt-6 h-96" />
      </Loading>
    );
  }
  const status = found.data?.status;
  if (status === 'CONFIRMED') return <Navigate to="/booked/$bookingId" params={{bookingId}} replace />;
  return (
    <div className="pb-11 pt-6">
      <PageTitle title={t('details')} />
      <div className="mt-6">
        {found.isError && !found.data ? (
          <Gone error={found.error} retry={() => void found.refetch()} />
        ) : (
          found.data && (status === 'HELD' ? <Held booking={found.data} /> : <Lapsed booking={found.data} />)
        )}
      </div>
    </div>
  );
}

/** A guest's pass is good for half an hour; after that the link in the mail is the way. */
export function Gone({error, retry}: {error: Error; retry: () => void}) {
  const {t} = useBookingWords();
  if (error instanceof Problem && (error.status === 401 || error.status === 404)) {
    return (
      <Empty title={t('pass')}>
        <p>{t('passNext')}</p>
        <Link to="/" className={buttonLook('ghost')}>
          {t('again')}
        </Link>
      </Empty>
    );
  }
  return <Failed error={error} retry={retry} />;
}

function Lapsed({booking: lapsed}: {booking: Booking}) {
  const {t} = useBookingWords();
  return (
    <Empty title={lapsed.status === 'CANCELLED' ? t('cancelled') : t('lapsed')}>
      <p>{t('lapsedNext')}</p>
      <Link
        to="/therapists/$therapistId/times"
        params={{therapistId: lapsed.therapistId}}
        search={{treatment: lapsed.treatment, minutes: lapsed.lengthMinutes, clinic: lapsed.clinicId}}
        className={buttonLook()}
      >
        {t('otherTime')}
      </Link>
    </Empty>
  );
}

function Held({booking: held}: {booking: Booking}) {
  const {t, language} = useBookingWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [complaint] = useComplaint();
  const mine = useAnswers(complaint.health);
  const theirs = useAnswers();
  const [unanswered, setUnanswered] = useState(false);
  const giveBack = useMutation({
    mutationFn: () => release(client, held),
    onSuccess: () =>
      void navigate({
        to: '/therapists/$therapistId/times',
        params: {therapistId: held.therapistId},
        search: {treatment: held.treatment, minutes: held.lengthMinutes, clinic: held.clinicId},
      }),
  });
  const more = useMutation({mutationFn: () => renew(client, held)});
  const asked = useQuery(questions(held.treatment));
  const besides = held.visit?.sessions.find(({companion}) => companion)?.treatment;
  const askedThem = useQuery({...questions(besides ?? ''), enabled: besides !== undefined});
  const complete = mine.answers && (besides === undefined || theirs.answers);
  const booking = useMutation({
    mutationFn: () => confirm(client, held, mine.answers!, theirs.answers),
    onSuccess: () => {
      keep(`booked:${held.id}`, Date.now());
      void navigate({to: '/booked/$bookingId', params: {bookingId: held.id}, replace: true});
    },
    // Confirmed in another tab, lapsed in the meantime: the page shows what is so now.
    onError: (error) => {
      if (error instanceof Problem && (error.status === 409 || error.status === 412)) void client.invalidateQueries({queryKey: ['booking', held.id]});
    },
  });
  const stop = stopped(booking.error);
  // Whose answers they are that something follows from.
  const who = stop && askedThem.data && stop.of === 'companion' ? theirs : mine;
  const answering = (set: (has: string[] | undefined) => void) => (has: string[] | undefined) => {
    booking.reset();
    set(has);
  };
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[1fr_340px]">
      <div className="flex flex-col gap-6">
        <Countdown
          until={held.holdExpiresAt}
          onOver={() => void client.invalidateQueries({queryKey: ['booking', held.id]})}
          renew={held.holdRenewable ? () => more.mutate() : undefined}
        />
        {asked.isError ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : (
          <Screening asked={asked.data} has={mine.has} onChange={answering(mine.setHas)} told={complaint.health !== undefined && mine.has === complaint.health} />
        )}
        {besides && <Screening asked={askedThem.data} has={theirs.has} onChange={answering(theirs.setHas)} companion={t('companion')} />}
        {unanswered && !complete && <AnswerFirst id="answer-first" />}
        {stop && <SpeaksAgainst stopped={stop} doctor={who.doctor} onDoctor={who.setDoctor} />}
        {booking.isError && !stop && <Failed error={booking.error} />}
        {giveBack.isError && <Failed error={giveBack.error} />}
        <div className="flex flex-wrap items-center gap-4">
          {stop?.why !== 'screening-stop' && (
            <Button
              busy={booking.isPending}
              aria-describedby={unanswered && !complete ? 'answer-first' : undefined}
              onClick={() => (complete ? booking.mutate() : setUnanswered(true))}
            >
              {t('book')}
            </Button>
          )}
          <Button look={stop ? 'ghost' : 'plain'} busy={giveBack.isPending} onClick={() => giveBack.mutate()}>
            {t('release')}
          </Button>
        </div>
      </div>
      <aside className="card h-fit p-5">
        <Summary of={held} />
        {held.freeCancellationUntil && held.lateCancellationFee && (
          <p className="text-sm text-muted">
            {t('free', {until: when(held.freeCancellationUntil, held.zone, language), fee: money(held.lateCancellationFee, language)})}
          </p>
        )}
      </aside>
    </div>
  );
}
