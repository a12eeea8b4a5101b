import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {sellVoucher, vouchers, type Voucher} from '../../../api/clinicDesk';
import type {ToBooking} from '../../../api/client';
import {useCodes} from '../../../lib/codes';
import {money} from '../../../lib/money';
import {dateOf, monthOf, shortDay} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {OneChip} from '../../../ui/Chips';
import {Field, Select} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Empty, Notice} from '../../../ui/States';
import {Answered} from '../Answered';
import {centsOf} from '../practice/prices';
import {Refused} from '../Refused';
import {findings, useKeys} from '../saving';
import {usePlace, type Place} from '../StaffPage';
import {useDeskWords} from './words';

type Shown = 'OPEN' | 'ALL';

/** Gift cards, credits and packages that the clinic has sold, and what is left of each. */
export default function VouchersPage() {
  const {t} = useDeskWords();
  const place = usePlace();
  const [shown, setShown] = useState<Shown>('OPEN');
  const answer = useQuery({...vouchers(place?.clinicId ?? ''), enabled: place?.desk === true});
  if (!place?.desk) return null;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <PageTitle title={t('vouchers')} hidden />
      <div>
        <div className="mb-3">
          <OneChip
            legend={t('vouchers')}
            legendHidden
            chosen={shown}
            onChange={setShown}
            choices={(['OPEN', 'ALL'] as const).map((value) => ({value, label: t(`shown.${value}`)}))}
          />
        </div>
        <Answered to={answer}>
          {({vouchers: all}) => {
            const some = all.filter(({status}) => shown === 'ALL' || status === 'OPEN');
            return some.length === 0 ? (
              <Empty title={t('noVouchers')} />
            ) : (
              <ul className="card divide-y divide-line">
                {some.map((one) => (
                  <OneVoucher key={one.id} voucher={one} place={place} />
                ))}
              </ul>
            );
          }}
        </Answered>
      </div>
      <Sell place={place} />
    </div>
  );
}

function OneVoucher({voucher, place}: {voucher: Voucher; place: Place}) {
  const {t, language} = useDeskWords();
  const {named} = useCodes();
  const amount = (count: number) => (voucher.unit === 'CENTS' ? money({cents: count, currency: voucher.currency}, language) : t('sessions', {count}));
  return (
    <li className="p-4">
      <details>
        <summary className="grid min-h-11 cursor-pointer gap-x-4 sm:grid-cols-[1fr_auto]">
          <span>
            <b>{t(`kinds.${voucher.kind}`)}</b>
            {voucher.sessions && ` · ${named('treatment', voucher.sessions.treatment)}, ${voucher.sessions.lengthMinutes} min`}
            <span className="tab-figures block text-muted">
              {voucher.reference} · {t('goodUntil', {date: monthOf(voucher.lastDay, language)})}
            </span>
          </span>
          <span className="tab-figures sm:text-end">
            <b>{amount(voucher.balance)}</b>
            <span className="block text-muted">{t(`voucherStatus.${voucher.status}`)}</span>
          </span>
        </summary>
        <ol className="mt-2 border-t border-line pt-2">
          {voucher.statement.map((line, index) => (
            <li key={index} className="tab-figures flex justify-between gap-3">
              <span>
                {shortDay(line.at, place.zone, language)} {t(`lines.${line.event}`)}
              </span>
              <span>{amount(line.balance)}</span>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

function Sell({place}: {place: Place}) {
  const {t, language} = useDeskWords();
  const client = useQueryClient();
  const keyOf = useKeys();
  const [amount, setAmount] = useState('');
  const [payment, setPayment] = useState('CARD');
  const today = dateOf(new Date(), place.zone);
  // As the law has it where nothing is said: to the end of the third year after this one.
  const [lastDay, setLastDay] = useState(`${Number(today.slice(0, 4)) + 3}-12-31`);
  const [receiver, setReceiver] = useState({name: '', email: ''});
  const cents = centsOf(amount);
  const selling = useMutation({
    mutationFn: () => {
      const wish: ToBooking<'VoucherRequest'> = {
        kind: 'GIFT_CARD',
        clinicId: place.clinicId,
        cents: cents!,
        paidCents: cents!,
        payment: payment as 'CASH' | 'CARD',
        lastDay,
        ...(receiver.email.trim() && {receiver: {name: receiver.name.trim(), email: receiver.email.trim(), language: language.split('-')[0]!}}),
      };
      return sellVoucher(client, wish, keyOf(wish));
    },
    onSuccess: () => {
      setAmount('');
      setReceiver({name: '', email: ''});
    },
  });
  const found = findings(selling.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (cents) selling.mutate();
  };
  return (
    <section className="card p-4" aria-labelledby="sell">
      <h2 id="sell" className="mb-3 !text-lg">
        {t('sell')}
      </h2>
      <form className="grid gap-3" onSubmit={submit}>
        <Field label={t('amount')} inputMode="decimal" required value={amount} error={amount && cents === undefined ? t('noAmount') : found.get('cents')} onChange={(event) => setAmount(event.target.value)} />
        <Select label={t('payment')} value={payment} onChange={setPayment} choices={['CARD', 'CASH', 'ON_ACCOUNT'].map((value) => ({value, label: t(`payments.${value}`)}))} />
        <Field label={t('lastDay')} type="date" required min={today} value={lastDay} error={found.get('lastDay')} onChange={(event) => setLastDay(event.target.value)} />
        <Field label={t('receiver')} optional maxLength={100} required={receiver.email !== ''} value={receiver.name} error={found.get('receiver.name')} onChange={(event) => setReceiver({...receiver, name: event.target.value})} />
        <Field label={t('receiverMail')} hint={t('receiverHint')} optional type="email" value={receiver.email} error={found.get('receiver.email')} onChange={(event) => setReceiver({...receiver, email: event.target.value})} />
        <Button type="submit" busy={selling.isPending}>
          {t('sellNow')}
        </Button>
        {selling.data?.code && (
          <Notice tone="ok" title={t('codeOnce')} live>
            <p className="tab-figures mt-1 text-lg font-semibold">{selling.data.code}</p>
          </Notice>
        )}
        {selling.isError && <Refused error={selling.error} zone={place.zone} onClose={selling.reset} />}
      </form>
    </section>
  );
}
