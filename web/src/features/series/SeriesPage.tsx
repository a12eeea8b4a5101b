import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useParams} from '@tanstack/react-router';
import {questions, stopped} from '../../api/bookings';
import {clinic, therapist} from '../../api/catalogue';
import {Problem} from '../../api/problem';
import {cancelSeries, confirmSeries, costOfCancellingSeries, releaseSeries, renewSeries, series, type Series} from '../../api/series';
import {signInAt} from '../../api/session';
import {useCodes} from '../../lib/codes';
import {useComplaint} from '../../lib/complaint';
import {money} from '../../lib/money';
import {when} from '../../lib/time';
import {Button, buttonLook} from '../../ui/Button';
import {Dialog} from '../../ui/Dialog';
import {PageTitle} from '../../ui/Page';
import {Countdown} from '../../ui/screening/Countdown';
import {AnswerFirst, Screening, SpeaksAgainst, useAnswers} from '../../ui/screening/Screening';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useSeriesWords} from './words';

export default function SeriesPage() {
  const {t} = useSeriesWords();
  const {seriesId} = useParams({from: '/series/$seriesId'});
  const found = useQuery(series(seriesId));
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <PageTitle title={t('series')} />
      <div className="mt-4 flex flex-col gap-6">
        {found.isPending && (
          <Loading>
            <Skeleton className="h-96" />
          </Loading>
        )}
        {found.isError && !found.data && <Failed error={found.error} retry={() => void found.refetch()} signIn={signInAt(`/series/${seriesId}`)} />}
        {found.data && <Shown all={found.data} />}
      </div>
    </div>
  );
}

function Shown({all}: {all: Series}) {
  const {t, language} = useSeriesWords();
  const {named, zoneOf} = useCodes();
  const [asking, setAsking] = useState(false);
  const where = useQuery(clinic(all.clinicId)).data;
  return (
    <>
      {all.status !== 'HELD' && (
        <Notice tone={all.status === 'CONFIRMED' ? 'ok' : 'hold'} title={all.status === 'CONFIRMED' ? t('booked') : t(`states.${all.status}`)} />
      )}
      <p className="text-muted">
        {named('treatment', all.treatment)}, {t('minutes', {minutes: all.lengthMinutes})}
        {where && ` · ${where.name}`}
        {all.price && all.price.cents > 0 && ` · ${t('inAll', {price: money(all.price, language)})}`}
      </p>
      {all.status === 'HELD' && <Held held={all} />}
      <ol className="flex flex-col gap-2">
        {all.visits.map(({standing, booking}) => (
          <li key={booking.id} className="card flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 p-4">
            <p>
              <span className="tab-figures block font-semibold">
                {when(booking.start, booking.zone, language)}
                <span className="text-sm font-normal text-muted">{zoneOf(booking.zone, booking.start)}</span>
              </span>
              <With therapistId={booking.therapistId} /> <span className="text-sm text-muted">{t(`standing.${standing}`)}</span>
            </p>
            {(standing === 'NEXT' || standing === 'TO_COME') && (
              <Link to="/visits/$bookingId" params={{bookingId: booking.id}} className="link inline-flex min-h-11 items-center text-sm">
                {t('open')}
                <span className="sr-only"> – {when(booking.start, booking.zone, language)}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        {all.status === 'CONFIRMED' && all.next && (
          <Button look="ghost" onClick={() => setAsking(true)}>
            {t('cancelAll')}
          </Button>
        )}
        {all.status !== 'CONFIRMED' && all.status !== 'HELD' && (
          <Link to="/therapists" search={{treatment: all.treatment, minutes: all.lengthMinutes}} className={buttonLook()}>
            {t('again')}
          </Link>
        )}
      </div>
      {asking && <Cancelling all={all} onClose={() => setAsking(false)} />}
    </>
  );
}

function With({therapistId}: {therapistId: string}) {
  const {t} = useSeriesWords();
  const who = useQuery(therapist(therapistId)).data;
  return <span className="text-sm text-muted">{who && `${t('with', {name: who.name})} ·`}</span>;
}

function Held({held}: {held: Series}) {
  const {t} = useSeriesWords();
  const client = useQueryClient();
  const [complaint] = useComplaint();
  const mine = useAnswers(complaint.health);
  const [unanswered, setUnanswered] = useState(false);
  const asked = useQuery(questions(held.treatment));
  const again = () => void client.invalidateQueries({queryKey: ['series', held.id]});
  const onError = (error: Error) => {
    if (error instanceof Problem && (error.status === 409 || error.status === 412)) again();
  };
  const booking = useMutation({mutationFn: () => confirmSeries(client, held, mine.answers!), onError});
  const giving = useMutation({mutationFn: () => releaseSeries(client, held), onError});
  const more = useMutation({mutationFn: () => renewSeries(client, held), onError});
  const stop = stopped(booking.error);
  const failure = booking.error ?? giving.error;
  return (
    <section className="flex flex-col gap-5">
      <Countdown until={held.holdExpiresAt} onOver={again} renew={held.holdRenewable ? () => more.mutate() : undefined} />
      <h2>{t('question')}</h2>
      <Screening
        asked={asked.data}
        has={mine.has}
        told={complaint.health !== undefined && mine.has === complaint.health}
        onChange={(has) => {
          booking.reset();
          mine.setHas(has);
        }}
      />
      {unanswered && !mine.answers && <AnswerFirst id="answer-first" />}
      {stop && <SpeaksAgainst stopped={stop} doctor={mine.doctor} onDoctor={mine.setDoctor} />}
      {failure && !stop && <Failed error={failure} />}
      <div className="flex flex-wrap gap-4">
        {stop?.why !== 'screening-stop' && (
          <Button busy={booking.isPending} onClick={() => (mine.answers ? booking.mutate() : setUnanswered(true))}>
            {t('confirm')}
          </Button>
        )}
        <Button look="plain" busy={giving.isPending} onClick={() => giving.mutate()}>
          {t('release')}
        </Button>
      </div>
    </section>
  );
}

/** What it costs is said before, and what is agreed to is what was shown. */
function Cancelling({all, onClose}: {all: Series; onClose: () => void}) {
  const {t, language} = useSeriesWords();
  const client = useQueryClient();
  const cost = useQuery(costOfCancellingSeries(all));
  const fee = cost.data?.fee;
  const cancelling = useMutation({mutationFn: () => cancelSeries(client, all, fee?.cents ?? 0), onSuccess: onClose});
  return (
    <Dialog title={t('cancelTitle')} onClose={onClose}>
      {cost.isPending && <Skeleton className="mt-3 h-24" />}
      {cost.isError && <Failed error={cost.error} retry={() => void cost.refetch()} />}
      {cost.data && (
        <>
          <ul className="my-3 flex flex-col gap-1">
            {cost.data.visits.map((visit) => (
              <li key={visit.id} className="flex justify-between gap-4">
                <span className="tab-figures">{when(visit.start, all.visits[0]!.booking.zone, language)}</span>
                <span className="tab-figures text-muted">{visit.fee && money(visit.fee, language)}</span>
              </li>
            ))}
          </ul>
          <p className="font-semibold">{fee && fee.cents > 0 ? t('costs', {fee: money(fee, language)}) : t('costsNothing')}</p>
        </>
      )}
      {cancelling.isError && <Failed error={cancelling.error} />}
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
