import {useEffect, useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, Navigate, useNavigate, useParams} from '@tanstack/react-router';
import {booking, confirm, questions, release, renew, stopped, type Booking, type Stopped} from '../../api/bookings';
import {Problem} from '../../api/problem';
import {useCodes} from '../../lib/codes';
import {useComplaint} from '../../lib/complaint';
import {byUrgency} from '../../lib/health';
import {keep} from '../../lib/kept';
import {money} from '../../lib/money';
import {countdown, when} from '../../lib/time';
import {useNow} from '../../lib/useNow';
import {Source} from '../../ui/Bits';
import {Button, buttonLook} from '../../ui/Button';
import {Field} from '../../ui/Field';
import {NoneOrMany} from '../../ui/NoneOrMany';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
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
  const [has, setHas] = useState(complaint.health);
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
  const [doctor, setDoctor] = useState({name: '', on: ''});
  const booking = useMutation({
    mutationFn: (has: string[]) => confirm(client, held, {has, ...(doctor.name && doctor.on && {doctor})}),
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
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[1fr_340px]">
      <div className="flex flex-col gap-6">
        <Countdown held={held} />
        <Questions treatment={held.treatment} has={has} onChange={(next) => {
          booking.reset();
          setHas(next);
        }} told={complaint.health !== undefined && has === complaint.health} />
        {unanswered && !has && (
          <p id="answer-first" role="alert" className="font-semibold text-stop">
            {t('answerFirst')}
          </p>
        )}
        {stop && <WhyNot stopped={stop} doctor={doctor} onDoctor={setDoctor} />}
        {booking.isError && !stop && <Failed error={booking.error} />}
        {giveBack.isError && <Failed error={giveBack.error} />}
        <div className="flex flex-wrap items-center gap-4">
          {stop?.why !== 'screening-stop' && (
            <Button
              busy={booking.isPending}
              aria-describedby={unanswered && !has ? 'answer-first' : undefined}
              onClick={() => (has ? booking.mutate(has) : setUnanswered(true))}
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

function Countdown({held}: {held: Booking}) {
  const {t} = useBookingWords();
  const client = useQueryClient();
  const now = useNow();
  const left = new Date(held.holdExpiresAt ?? 0).getTime() - now;
  const more = useMutation({mutationFn: () => renew(client, held)});
  const over = left <= 0;
  useEffect(() => {
    if (over) void client.invalidateQueries({queryKey: ['booking', held.id]});
  }, [over, client, held.id]);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-xl bg-clay-tint px-4 py-3 font-semibold text-clay">
      <p className="tab-figures" role="timer">
        <span aria-hidden>◔ </span>
        {t('held', {left: countdown(left)})}
      </p>
      <p className="sr-only" role="status">
        {left < 60_000 && t('heldLast')}
      </p>
      {held.holdRenewable && left < 3 * 60_000 && (
        <button type="button" className="min-h-11 underline underline-offset-3" onClick={() => more.mutate()}>
          {t('renew')}
        </button>
      )}
    </div>
  );
}

function Questions(props: {treatment: string; has: string[] | undefined; told: boolean; onChange: (has: string[] | undefined) => void}) {
  const {t} = useBookingWords();
  const {named} = useCodes();
  const asked = useQuery(questions(props.treatment));
  if (asked.isPending) {
    return (
      <Loading>
        <Skeleton className="h-48" />
      </Loading>
    );
  }
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  const sorted = byUrgency(asked.data, ({code}) => code);
  return (
    <section>
      <NoneOrMany
        legend={t('health')}
        none={t('none')}
        more={t('more')}
        choices={sorted.map(({code, condition}) => ({value: code, label: named('health', code, condition)}))}
        // What was said before may name what is not asked for this treatment.
        chosen={props.has?.filter((code) => sorted.some((question) => question.code === code))}
        onChange={props.onChange}
      />
      {props.told && <p className="mt-2 text-sm text-muted">{t('answered')}</p>}
    </section>
  );
}

type Doctor = {name: string; on: string};

/** What the answers led to: medical care first, a doctor's word, or another technique. */
function WhyNot(props: {stopped: Stopped; doctor: Doctor; onDoctor: (doctor: Doctor) => void}) {
  const {t} = useBookingWords();
  const {named} = useCodes();
  const {stopped: {why, findings, fits}, doctor, onDoctor} = props;
  const title = {'screening-stop': t('stop'), 'doctor-needed': t('doctor'), 'not-this-technique': t('notThis')}[why];
  return (
    <>
      <Notice tone={why === 'screening-stop' ? 'stop' : 'hold'} title={title} live>
        <ul className="mt-1 list-disc ps-5">
          {findings.map((finding) => (
            <li key={finding.treatment + finding.code}>
              {named('health', finding.code, finding.condition)}: <span lang="en">{finding.advice}</span>
              <Source source={finding.source} />
            </li>
          ))}
        </ul>
        {why === 'screening-stop' && <p className="mt-2 font-semibold">{t('stopNext')}</p>}
        {fits.length > 0 && <p className="mt-2">{t('fits', {treatments: fits.map((code) => named('treatment', code)).join(', ')})}</p>}
      </Notice>
      {why !== 'screening-stop' && (
        <fieldset className="flex max-w-xl flex-col gap-4">
          <legend className="mb-3 text-muted">{t('doctorMissing')}</legend>
          <Field label={t('doctorName')} value={doctor.name} maxLength={200} onChange={({target}) => onDoctor({...doctor, name: target.value})} />
          <Field
            label={t('doctorDay')}
            type="date"
            max={new Date().toISOString().slice(0, 10)}
            value={doctor.on}
            onChange={({target}) => onDoctor({...doctor, on: target.value})}
          />
        </fieldset>
      )}
    </>
  );
}
