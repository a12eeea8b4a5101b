import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {newKey} from '../../api/client';
import {Problem} from '../../api/problem';
import {addresses, forgetAddress, nameAddress, prove, type Way} from '../../api/telling';
import {Button} from '../../ui/Button';
import {CodeForm} from '../../ui/code/CodeForm';
import {Field} from '../../ui/Field';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useAccountWords} from './words';

/** Where else than where they booked somebody is told, once a code that was sent there has come back. */
export function Addresses() {
  const {t} = useAccountWords();
  const known = useQuery(addresses);
  // Who has booked nothing is told nothing, and nowhere.
  if (known.error instanceof Problem && known.error.status === 404) return null;
  return (
    <section className="flex flex-col gap-5">
      <h2>{t('elsewhere')}</h2>
      <p className="-mt-3 text-muted">{t('elsewhereLead')}</p>
      {known.isPending && (
        <Loading>
          <Skeleton className="h-40" />
        </Loading>
      )}
      {known.isError && <Failed error={known.error} retry={() => void known.refetch()} />}
      {known.data && (['MAIL', 'SMS'] as const).map((way) => <Address key={way} way={way} used={known.data[way]} />)}
    </section>
  );
}

function Address({way, used}: {way: Way; used: string | undefined}) {
  const {t} = useAccountWords();
  const client = useQueryClient();
  const [address, setAddress] = useState('');
  const naming = useMutation({mutationFn: (key: string) => nameAddress(way, address.trim(), key)});
  const forgetting = useMutation({mutationFn: () => forgetAddress(client, way)});
  const type = naming.error instanceof Problem ? naming.error.type : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim()) naming.mutate(newKey());
  };
  return (
    <div className="card flex flex-col gap-4 p-5">
      {used && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <p className="min-w-0">
            {t(`used.${way}`)} <b className="break-all">{used}</b>
          </p>
          <Button look="plain" busy={forgetting.isPending} onClick={() => forgetting.mutate()}>
            {t('useNoMore')} <span className="sr-only">{used}</span>
          </Button>
        </div>
      )}
      {forgetting.isError && <Failed error={forgetting.error} />}
      <form noValidate onSubmit={send} className="flex flex-col gap-3">
        <Field
          label={t(`address.${way}`)}
          hint={way === 'SMS' ? t('numberHint') : undefined}
          type={way === 'MAIL' ? 'email' : 'tel'}
          autoComplete={way === 'MAIL' ? 'email' : 'tel'}
          value={address}
          error={type === 'invalid-field' ? t(`addressWrong.${way}`) : undefined}
          onChange={({target}) => {
            naming.reset();
            setAddress(target.value);
          }}
        />
        {type === 'too-many-codes' && <Notice tone="hold" live title={t('tooManyCodes')} />}
        {naming.isError && type !== 'invalid-field' && type !== 'too-many-codes' && <Failed error={naming.error} />}
        <div>
          <Button type="submit" look="ghost" busy={naming.isPending}>
            {naming.isSuccess ? t('sendAnother') : t('sendCode')}
          </Button>
        </div>
      </form>
      {naming.isSuccess && (
        <Proof
          key={naming.data.claimId}
          claimId={naming.data.claimId}
          address={address.trim()}
          onProved={() => {
            setAddress('');
            naming.reset();
          }}
        />
      )}
    </div>
  );
}

function Proof({claimId, address, onProved}: {claimId: string; address: string; onProved: () => void}) {
  const {t} = useAccountWords();
  const client = useQueryClient();
  const proving = useMutation({mutationFn: (code: string) => prove(client, claimId, code), onSuccess: onProved});
  const unknown = proving.error instanceof Problem && proving.error.type === 'wrong-code';
  return (
    <>
      <p role="status">{t('codeSent', {address})}</p>
      <CodeForm send={t('prove')} busy={proving.isPending} unknown={unknown} onChange={proving.reset} onCode={proving.mutate}>
        {proving.isError && !unknown && <Failed error={proving.error} />}
      </CodeForm>
    </>
  );
}
