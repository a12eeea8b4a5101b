import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useParams} from '@tanstack/react-router';
import {questions, stopped} from '../../api/bookings';
import {clinic} from '../../api/catalogue';
import {Problem} from '../../api/problem';
import {signInAt} from '../../api/session';
import {accept, decline, leave, place, type Place} from '../../api/waitlist';
import {useCodes} from '../../lib/codes';
import {useComplaint} from '../../lib/complaint';
import {money} from '../../lib/money';
import {day, when} from '../../lib/time';
import {Facts} from '../../ui/Bits';
import {Button, buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Countdown} from '../../ui/screening/Countdown';
import {AnswerFirst, Screening, SpeaksAgainst, useAnswers} from '../../ui/screening/Screening';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useWaitWords} from './words';

export default function PlacePage() {
  const {t} = useWaitWords();
  const {placeId} = useParams({from: '/waitlist/$placeId'});
  const found = useQuery(place(placeId));
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <PageTitle title={t('place')} />
      <div className="mt-6">
        {found.isPending && (
          <Loading>
            <Skeleton className="h-64" />
          </Loading>
        )}
        {found.isError && !found.data && <Failed error={found.error} retry={() => void found.refetch()} signIn={signInAt(`/waitlist/${placeId}`)} />}
        {found.data && <Waiting waiting={found.data} />}
      </div>
    </div>
  );
}

function Waiting({waiting}: {waiting: Place}) {
  const {t, language} = useWaitWords();
  const {named} = useCodes();
  const client = useQueryClient();
  const where = useQuery(clinic(waiting.clinicId)).data;
  const leaving = useMutation({mutationFn: () => leave(client, waiting)});
  const date = (text: string) => day(`${text}T12:00:00Z`, 'UTC', language);
  return (
    <div className="flex flex-col gap-5">
      <Notice tone={waiting.state === 'OFFERED' ? 'hold' : waiting.state === 'TAKEN' ? 'ok' : 'calm'} title={t(`states.${waiting.state}`)} />
      {waiting.offer && <Offered waiting={waiting} />}
      <div className="card p-5">
        <Facts
          facts={[
            [t('wish'), `${named('treatment', waiting.treatment)}, ${waiting.lengthsMinutes.map((minutes) => t('minutes', {minutes})).join(' / ')}`],
            [t('where'), where?.name ?? '…'],
            [t('between'), t('span', {from: date(waiting.from), until: date(waiting.until)})],
            ...(waiting.partsOfDay.length > 0
              ? [[t('parts'), waiting.partsOfDay.map((part) => named('part', part)).join(', ')] as [string, string]]
              : []),
          ]}
        />
        <div className="flex flex-wrap gap-3">
          {waiting.bookingId && (
            <Link to="/visits/$bookingId" params={{bookingId: waiting.bookingId}} className={buttonLook()}>
              {t('visit')}
            </Link>
          )}
          {(waiting.state === 'WAITING' || waiting.state === 'OFFERED') && (
            <Button look="plain" busy={leaving.isPending} onClick={() => leaving.mutate()}>
              {t('leave')}
            </Button>
          )}
          {(waiting.state === 'LAPSED' || waiting.state === 'CANCELLED') && (
            <Link
              to="/waitlist"
              search={{clinic: waiting.clinicId, treatment: waiting.treatment, minutes: waiting.lengthsMinutes[0] ?? 60, therapist: waiting.therapistId}}
              className={buttonLook('ghost')}
            >
              {t('again')}
            </Link>
          )}
        </div>
        {leaving.isError && <Failed error={leaving.error} />}
      </div>
    </div>
  );
}

/** What is kept for them, with the questions that are asked before any massage. */
function Offered({waiting}: {waiting: Place}) {
  const {t, language} = useWaitWords();
  const client = useQueryClient();
  const offer = waiting.offer!;
  const [complaint] = useComplaint();
  const mine = useAnswers(complaint.health);
  const [unanswered, setUnanswered] = useState(false);
  const asked = useQuery(questions(offer.treatment));
  const again = () => void client.invalidateQueries({queryKey: ['place', waiting.id]});
  const onError = (error: Error) => {
    if (error instanceof Problem && (error.status === 409 || error.status === 412)) again();
  };
  const taking = useMutation({mutationFn: () => accept(client, waiting, mine.answers!), onError});
  const passing = useMutation({mutationFn: () => decline(client, waiting), onError});
  const stop = stopped(taking.error);
  const failure = taking.error ?? passing.error;
  return (
    <section className="card flex flex-col gap-5 p-5">
      <Countdown until={offer.until} onOver={again} />
      <div>
        <h2>{when(offer.start, offer.zone, language)}</h2>
        <Facts
          facts={[
            [t('with'), offer.therapistName],
            [t('price'), offer.price ? money(offer.price, language) : '–'],
            [t('keptFor'), when(offer.until, offer.zone, language)],
          ]}
        />
      </div>
      <Screening
        asked={asked.data}
        has={mine.has}
        told={complaint.health !== undefined && mine.has === complaint.health}
        onChange={(has) => {
          taking.reset();
          mine.setHas(has);
        }}
      />
      {unanswered && !mine.answers && <AnswerFirst id="answer-first" />}
      {stop && <SpeaksAgainst stopped={stop} doctor={mine.doctor} onDoctor={mine.setDoctor} />}
      {failure && !stop && (failure instanceof Problem && failure.type === 'offer-over' ? <Notice tone="hold" live title={t('over')} /> : <Failed error={failure} />)}
      <div className="flex flex-wrap gap-3">
        {stop?.why !== 'screening-stop' && (
          <Button busy={taking.isPending} onClick={() => (mine.answers ? taking.mutate() : setUnanswered(true))}>
            {t('accept')}
          </Button>
        )}
        <Button look="ghost" busy={passing.isPending} onClick={() => passing.mutate()}>
          {t('decline')}
        </Button>
      </div>
    </section>
  );
}
