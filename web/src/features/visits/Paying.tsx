import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {payOtherwise, payWith, type Booking} from '../../api/bookings';
import {Problem} from '../../api/problem';
import {session} from '../../api/session';
import {vouchers} from '../../api/vouchers';
import {useCodes} from '../../lib/codes';
import {money} from '../../lib/money';
import {Facts} from '../../ui/Bits';
import {Button} from '../../ui/Button';
import {Field, Select} from '../../ui/Field';
import {Failed, Notice} from '../../ui/States';
import {useVisitWords} from './words';

const PAYABLE = ['HELD', 'CONFIRMED', 'ARRIVED', 'COMPLETED'];

/** What a voucher pays of a visit, and how to pay with one: an own one, or a gift card by its code. */
export function Paying({visit}: {visit: Booking}) {
  const {t, language} = useVisitWords();
  const client = useQueryClient();
  const signedIn = useQuery(session).data?.signedIn === true;
  const takingOff = useMutation({mutationFn: () => payOtherwise(client, visit)});
  if (!PAYABLE.includes(visit.status) || visit.price?.cents === 0) return null;
  return (
    <section className="mt-5">
      {visit.covered && (
        <>
          <Facts
            facts={[
              [t('covered'), money(visit.covered, language)],
              [t('toPay'), <b key="pay">{money(visit.toPay, language)}</b>],
            ]}
          />
          {visit.status !== 'COMPLETED' && (
            <Button look="plain" busy={takingOff.isPending} onClick={() => takingOff.mutate()}>
              {t('payOff')}
            </Button>
          )}
          {takingOff.isError && <Failed error={takingOff.error} />}
        </>
      )}
      {visit.toPay.cents > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline underline-offset-3">{t('pay')}</summary>
          <Tender visit={visit} own={signedIn} />
        </details>
      )}
    </section>
  );
}

function Tender({visit, own}: {visit: Booking; own: boolean}) {
  const {t, language} = useVisitWords();
  const {named} = useCodes();
  const client = useQueryClient();
  const mine = useQuery({...vouchers(visit.clientId), enabled: own});
  const [id, setId] = useState('');
  const [code, setCode] = useState('');
  const paying = useMutation({
    mutationFn: () => payWith(client, visit, code.trim() ? {code: code.trim()} : {id}),
    onSuccess: () => void client.invalidateQueries({queryKey: ['vouchers']}),
  });
  const open = (mine.data ?? []).filter((one) => one.status === 'OPEN' && one.clinicId === visit.clinicId);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (id || code.trim()) paying.mutate();
  };
  return (
    <form onSubmit={send} className="mt-2 flex max-w-md flex-col gap-4">
      <p className="text-sm text-muted">{t('payLead')}</p>
      {open.length > 0 && (
        <Select
          label={t('payOwn')}
          value={id}
          onChange={setId}
          choices={[
            {value: '', label: '–'},
            ...open.map((one) => ({
              value: one.id,
              label: `${one.reference}: ${one.unit === 'SESSIONS' ? `${one.balance} × ${named('treatment', one.sessions?.treatment ?? '')}` : money({cents: one.balance, currency: one.currency}, language)}`,
            })),
          ]}
        />
      )}
      <Field label={t('payCode')} autoComplete="off" maxLength={100} value={code} onChange={({target}) => setCode(target.value)} />
      {paying.isError && <Refused error={paying.error} />}
      <div>
        <Button type="submit" look="ghost" busy={paying.isPending} disabled={!id && !code.trim()}>
          {t('payDo')}
        </Button>
      </div>
    </form>
  );
}

const WHY: Record<string, string> = {
  'unknown-voucher': 'payUnknown',
  'voucher-not-for-this': 'payNotForThis',
  'voucher-empty': 'payEmpty',
  'voucher-expired': 'payOver',
  'voucher-voided': 'payOver',
};

function Refused({error}: {error: Error}) {
  const {t} = useVisitWords();
  const why = error instanceof Problem ? WHY[error.type] : undefined;
  return why ? <Notice tone="hold" live title={t(why)} /> : <Failed error={error} />;
}
