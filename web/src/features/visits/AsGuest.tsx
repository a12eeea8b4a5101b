import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useNavigate} from '@tanstack/react-router';
import {claim, passOf, type Booking} from '../../api/bookings';
import {askForCode, linkOf, showCode} from '../../api/guest';
import {Problem} from '../../api/problem';
import {session, signInAt} from '../../api/session';
import {Button, buttonLook} from '../../ui/Button';
import {CodeForm} from '../../ui/code/CodeForm';
import {Failed, Notice} from '../../ui/States';
import {useVisitWords} from './words';

/** What whoever opened a visit by its link can do beside: the intake by a mailed code, and taking it into their account. */
export function AsGuest({visit}: {visit: Booking}) {
  const here = useQuery(session).data;
  const link = linkOf(visit.id);
  if (!passOf(visit.id) || visit.status !== 'CONFIRMED') return null;
  return (
    <div className="mt-6 flex flex-col gap-6 border-t border-line pt-5">
      {here && !here.signedIn && <Intake visit={visit} />}
      {link && here && <Claim visit={visit} link={link} signedIn={here.signedIn} />}
    </div>
  );
}

function Intake({visit}: {visit: Booking}) {
  const {t} = useVisitWords();
  const navigate = useNavigate();
  const asking = useMutation({
    mutationFn: () => askForCode(visit.id, false),
    onSuccess: ({id}) => void navigate({to: '/intake', hash: id}),
  });
  const tooMany = asking.error instanceof Problem && asking.error.type === 'too-many-codes';
  return (
    <section>
      <h2 className="mb-1 text-xl">{t('intakeCode')}</h2>
      <p className="mb-3 text-muted">{t('intakeLead')}</p>
      {asking.isError && (tooMany ? <Notice tone="hold" live title={t('intakeTooMany')} /> : <Failed error={asking.error} />)}
      <Button look="ghost" className="mt-2" busy={asking.isPending} onClick={() => asking.mutate()}>
        {t('intakeSend')}
      </Button>
    </section>
  );
}

function Claim({visit, link, signedIn}: {visit: Booking; link: string; signedIn: boolean}) {
  const {t} = useVisitWords();
  const client = useQueryClient();
  const claiming = useMutation({mutationFn: () => claim(client, visit, link)});
  const [withIntake, setWithIntake] = useState(false);
  if (claiming.isSuccess || withIntake) {
    return (
      <Notice tone="ok" live>
        {t('claimed')}
      </Notice>
    );
  }
  return (
    <section>
      <p className="mb-3 text-muted">{t('claimLead')}</p>
      {claiming.isError && <NotClaimed error={claiming.error} />}
      {signedIn ? (
        <>
          <Button look="ghost" busy={claiming.isPending} onClick={() => claiming.mutate()}>
            {t('claim')}
          </Button>
          <WithIntake visit={visit} link={link} onClaimed={() => setWithIntake(true)} />
        </>
      ) : (
        <a className={buttonLook('ghost')} href={signInAt(`/visits/${visit.id}`)}>
          {t('claimSignIn')}
        </a>
      )}
    </section>
  );
}

function NotClaimed({error}: {error: Error}) {
  const {t} = useVisitWords();
  const refused = error instanceof Problem && error.status < 500 && error.status > 0;
  return refused ? <Notice tone="hold" live title={t('claimRefused')} /> : <Failed error={error} />;
}

/** What was said as a guest comes along with the code from that mailbox only: a link alone is easily passed on. */
function WithIntake({visit, link, onClaimed}: {visit: Booking; link: string; onClaimed: () => void}) {
  const {t} = useVisitWords();
  const client = useQueryClient();
  const asking = useMutation({mutationFn: () => askForCode(visit.id, false)});
  // A code is used up once it is shown; with its pass the claim can be tried again.
  const showing = useMutation({mutationFn: ({id, code}: {id: string; code: string}) => showCode(id, code)});
  const claiming = useMutation({mutationFn: (pass: string) => claim(client, visit, link, pass), onSuccess: onClaimed});
  const unknown = showing.error instanceof Problem && showing.error.status === 404;
  const tooMany = asking.error instanceof Problem && asking.error.type === 'too-many-codes';
  const show = (id: string, code: string) => {
    if (showing.data) claiming.mutate(showing.data.pass);
    else showing.mutate({id, code}, {onSuccess: ({pass}) => claiming.mutate(pass)});
  };
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline underline-offset-3">{t('claimIntake')}</summary>
      <p className="mb-3 text-muted">{t('claimIntakeLead')}</p>
      {asking.isError && (tooMany ? <Notice tone="hold" live title={t('intakeTooMany')} /> : <Failed error={asking.error} />)}
      {asking.data ? (
        <CodeForm
          send={t('claimBoth')}
          busy={showing.isPending || claiming.isPending}
          unknown={unknown}
          onChange={showing.reset}
          onCode={(code) => show(asking.data.id, code)}
        >
          {showing.isError && !unknown && <Failed error={showing.error} />}
          {claiming.isError && <NotClaimed error={claiming.error} />}
        </CodeForm>
      ) : (
        <Button look="ghost" className="mt-2" busy={asking.isPending} onClick={() => asking.mutate()}>
          {t('intakeSend')}
        </Button>
      )}
    </details>
  );
}
