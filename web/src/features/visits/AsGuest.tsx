import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useNavigate} from '@tanstack/react-router';
import {claim, passOf, type Booking} from '../../api/bookings';
import {askForCode, linkOf} from '../../api/guest';
import {Problem} from '../../api/problem';
import {session, signInAt} from '../../api/session';
import {Button, buttonLook} from '../../ui/Button';
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
  const refused = claiming.error instanceof Problem && claiming.error.status < 500 && claiming.error.status > 0;
  if (claiming.isSuccess) {
    return (
      <Notice tone="ok" live>
        {t('claimed')}
      </Notice>
    );
  }
  return (
    <section>
      <p className="mb-3 text-muted">{t('claimLead')}</p>
      {claiming.isError && (refused ? <Notice tone="hold" live title={t('claimRefused')} /> : <Failed error={claiming.error} />)}
      {signedIn ? (
        <Button look="ghost" busy={claiming.isPending} onClick={() => claiming.mutate()}>
          {t('claim')}
        </Button>
      ) : (
        <a className={buttonLook('ghost')} href={signInAt(`/visits/${visit.id}`)}>
          {t('claimSignIn')}
        </a>
      )}
    </section>
  );
}
