import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {own} from '../../api/bookings';
import {Problem} from '../../api/problem';
import {signInAt} from '../../api/session';
import {visitorsZone, when} from '../../lib/time';
import {Button, buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {erasure, forgetMe, stay, type Erasure} from './api';
import {useAccountWords} from './words';

/** What being forgotten means, and how far it is: by the client's id in the address also for who is no client any more. */
export default function ForgetPage() {
  const {t} = useAccountWords();
  const {of} = useSearch({from: '/forget'});
  const mine = useQuery({...own, enabled: of === undefined});
  const clientId = of ?? mine.data?.clientId;
  const asked = useQuery({...erasure(clientId ?? ''), enabled: Boolean(clientId)});
  const error = of ? asked.error : (mine.error ?? asked.error);
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <PageTitle title={t('forget')} />
      <div className="mt-6 flex flex-col gap-5">
        {error && <Failed error={error} retry={() => void (of ? asked : mine).refetch()} signIn={signInAt('/forget')} />}
        {!error && (clientId ? asked.isPending : mine.isPending) && (
          <Loading>
            <Skeleton className="h-64" />
          </Loading>
        )}
        {mine.data && !clientId && <Empty title={t('none')} />}
        {clientId && asked.data && <HowFar clientId={clientId} asked={asked.data} />}
        {clientId && asked.data === null && <Asking clientId={clientId} />}
      </div>
    </div>
  );
}

function Asking({clientId}: {clientId: string}) {
  const {t} = useAccountWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [understood, setUnderstood] = useState(false);
  const [refused, setRefused] = useState(false);
  const asking = useMutation({
    mutationFn: () => forgetMe(clientId),
    onSuccess: (now) => {
      client.setQueryData(erasure(clientId).queryKey, now);
      void navigate({to: '/forget', search: {of: clientId}, replace: true});
    },
  });
  const expected = asking.error instanceof Problem && asking.error.type === 'still-expected';
  return (
    <>
      <p>{t('forgetLead')}</p>
      <p>{t('forgetStays')}</p>
      <p>{t('forgetDue')}</p>
      <label className="flex min-h-11 items-center gap-3 font-semibold">
        <input type="checkbox" className="size-5 accent-primary" checked={understood} onChange={({target}) => setUnderstood(target.checked)} />
        {t('understood')}
      </label>
      {refused && !understood && (
        <p role="alert" className="font-semibold text-stop">
          {t('understoodMissing')}
        </p>
      )}
      {expected && (
        <Notice tone="hold" live title={t('expected')}>
          <p className="mt-1">{t('expectedHint')}</p>
          <Link to="/visits" className={buttonLook('ghost', 'mt-3')}>
            {t('back')}
          </Link>
        </Notice>
      )}
      {asking.isError && !expected && <Failed error={asking.error} />}
      <div className="flex flex-wrap gap-3">
        <Button look="stop" busy={asking.isPending} onClick={() => (understood ? asking.mutate() : setRefused(true))}>
          {t('doForget')}
        </Button>
        <Link to="/records" className={buttonLook('ghost')}>
          {t('back')}
        </Link>
      </div>
    </>
  );
}

function HowFar({clientId, asked}: {clientId: string; asked: Erasure}) {
  const {t, language} = useAccountWords();
  const client = useQueryClient();
  const at = (time: string) => when(time, visitorsZone(), language);
  const staying = useMutation({
    mutationFn: () => stay(clientId),
    onSuccess: () => client.setQueryData(erasure(clientId).queryKey, null),
  });
  return (
    <>
      <Notice tone={asked.doneAt ? 'ok' : 'hold'} title={asked.doneAt ? t('done', {at: at(asked.doneAt)}) : t('due', {at: at(asked.dueAt)})}>
        <p className="mt-1">{t('askedFor', {at: at(asked.askedAt)})}</p>
      </Notice>
      {asked.doneAt && (
        <section>
          <h2 className="mb-2">{t('receipts')}</h2>
          <ul className="list-disc ps-5">
            {Object.entries(asked.receipts).map(([part, since]) => (
              <li key={part}>{t('receipt', {part: t(`parts.${part}`, {defaultValue: part}), at: at(since)})}</li>
            ))}
          </ul>
          {Object.keys(asked.receipts).length < 3 && <p className="mt-2 text-muted">{t('waiting')}</p>}
        </section>
      )}
      <p className="text-muted">{t('keepLink')}</p>
      {!asked.doneAt && (
        <div>
          <Button look="ghost" busy={staying.isPending} onClick={() => staying.mutate()}>
            {t('stay')}
          </Button>
        </div>
      )}
      {staying.isError && <Failed error={staying.error} />}
    </>
  );
}
