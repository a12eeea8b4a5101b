import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {useCodes} from '../../lib/codes';
import {useComplaint, type Complaint} from '../../lib/complaint';
import {keep} from '../../lib/kept';
import {Source} from '../../ui/Bits';
import {buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Said} from '../../ui/Said';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {advice, type Advice, type Reason} from './api';
import {useGuideWords} from './words';

export default function AdvicePage() {
  const {t} = useGuideWords();
  const [complaint] = useComplaint();
  return (
    <div className="mx-auto max-w-3xl pb-11 pt-6">
      <p className="mb-3">
        <Link to="/" className="link inline-flex min-h-11 items-center">
          {t('change')}
        </Link>
      </p>
      {complaint.health === undefined ? (
        <>
          <PageTitle title={t('advice')} />
          <div className="mt-6">
            <Empty title={t('noQuestion')}>
              <Link to="/" className={buttonLook()}>
                {t('title')}
              </Link>
            </Empty>
          </div>
        </>
      ) : (
        <Answer complaint={complaint} />
      )}
    </div>
  );
}

function Answer({complaint}: {complaint: Complaint}) {
  const {t} = useGuideWords();
  const answer = useQuery(advice(complaint));
  const title = answer.data?.verdict === 'STOP' ? t('stop') : t('advice');
  return (
    <>
      <PageTitle title={title} />
      <div className="mt-6 flex flex-col gap-6">
        {answer.isPending && (
          <Loading>
            <Skeleton className="h-64" />
          </Loading>
        )}
        {answer.isError && <Failed error={answer.error} retry={() => void answer.refetch()} />}
        {answer.data && <Told answer={answer.data} />}
      </div>
    </>
  );
}

function Told({answer}: {answer: Advice}) {
  const {t} = useGuideWords();
  const {named} = useCodes();
  if (answer.verdict === 'STOP') {
    return (
      <>
        <Notice tone="stop" title={<Said>{answer.says}</Said>}>
          <Reasons reasons={answer.reasons} />
          <p className="mt-3 font-semibold">{t('stopNext')}</p>
        </Notice>
        <p className="text-sm text-muted">
          <Said>{answer.notice}</Said>
        </p>
      </>
    );
  }
  const [best, ...others] = answer.suggestions;
  return (
    <>
      {answer.verdict === 'ASK_DOCTOR_FIRST' && (
        <Notice tone="hold" title={t('doctor')}>
          <Reasons reasons={answer.reasons} />
          <p className="mt-2">{t('doctorNext')}</p>
        </Notice>
      )}
      {best && (
        <section className="card border-s-[5px] border-s-primary p-5">
          <h2>
            {named('treatment', best.treatment, best.name)}, {t('minutes', {minutes: best.lengthMinutes})}
          </h2>
          <Reasons reasons={best.length ? [...best.reasonsFor, best.length] : best.reasonsFor} />
          {best.reasonsAgainst.length > 0 && (
            <>
              <h3 className="mt-4">{t('against')}</h3>
              <Reasons reasons={best.reasonsAgainst} />
            </>
          )}
          <Link
            to="/therapists"
            search={{treatment: best.treatment, minutes: best.lengthMinutes}}
            className={buttonLook('primary', 'mt-5')}
          >
            {t('show')}
          </Link>
          <Link
            to="/plans"
            search={{treatment: best.treatment, minutes: best.lengthMinutes}}
            // What to do at home goes into the plan, and into no address.
            onClick={() => keep('care', answer.selfCare.map(({says, source}) => ({says, source})))}
            className={buttonLook('plain', 'ms-2 mt-5')}
          >
            {t('plan')}
          </Link>
        </section>
      )}
      {others.some(({score}) => score > 0) && (
        <section>
          <h2 className="mb-3">{t('others')}</h2>
          <ul className="flex flex-col gap-2">
            {others
              .filter(({score}) => score > 0)
              .slice(0, 3)
              .map((other) => (
                <li key={other.treatment}>
                  <Link
                    to="/therapists"
                    search={{treatment: other.treatment, minutes: other.lengthMinutes}}
                    className="card block p-4 hover:border-primary"
                  >
                    <span className="font-semibold">
                      {named('treatment', other.treatment, other.name)}, {t('minutes', {minutes: other.lengthMinutes})}
                    </span>
                    {other.reasonsFor[0] && (
                      <span className="block text-sm text-muted">
                        <Said>{other.reasonsFor[0].says}</Said>
                      </span>
                    )}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      )}
      {answer.understood.length > 0 && (
        <section>
          <h2 className="mb-1">{t('understood')}</h2>
          <Reasons reasons={answer.understood.map(({because}) => because)} />
        </section>
      )}
      {answer.frequency.length > 0 && (
        <section>
          <h2 className="mb-1">{t('often')}</h2>
          <dl>
            {answer.frequency.map(({phase, reason}) => (
              <div key={phase} className="mt-2">
                <dt className="font-semibold">{t(`phase.${phase}`)}</dt>
                <dd className="text-muted">
                  <Said>{reason.says}</Said>
                  <Source source={reason.source} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {answer.selfCare.length > 0 && (
        <section>
          <h2 className="mb-1">{t('care')}</h2>
          <Reasons reasons={answer.selfCare} />
        </section>
      )}
      <p className="text-sm text-muted">
        <Said>{answer.notice}</Said>
      </p>
    </>
  );
}

function Reasons({reasons}: {reasons: Reason[]}) {
  return (
    <ul className="mt-2 list-disc ps-5 text-muted">
      {reasons.map((reason) => (
        <li key={reason.rule + reason.says}>
          <Said>{reason.says}</Said>
          <Source source={reason.source} />
        </li>
      ))}
    </ul>
  );
}
