import {useState, type FormEvent} from 'react';
import {useMutation, useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {own} from '../../api/bookings';
import {Problem} from '../../api/problem';
import {signInAt} from '../../api/session';
import {giftCard, vouchers, type Voucher} from '../../api/vouchers';
import {useCodes} from '../../lib/codes';
import {money} from '../../lib/money';
import {day, visitorsZone} from '../../lib/time';
import {Button} from '../../ui/Button';
import {Field} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useVoucherWords} from './words';

export default function VouchersPage() {
  const {t} = useVoucherWords();
  const mine = useQuery(own);
  const clientId = mine.data?.clientId;
  const found = useQuery({...vouchers(clientId ?? ''), enabled: Boolean(clientId)});
  const error = mine.error ?? found.error;
  return (
    <div className="mx-auto max-w-3xl pb-11 pt-6">
      <p className="mb-3">
        <Link to="/records" className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <PageTitle title={t('title')} />
      <p className="mb-6 mt-2 text-muted">{t('lead')}</p>
      <div className="flex flex-col gap-5">
        {error && <Failed error={error} retry={() => void (mine.isError ? mine : found).refetch()} signIn={signInAt('/vouchers')} />}
        {!error && (mine.isPending || (clientId && found.isPending)) && (
          <Loading>
            <Skeleton className="h-48" />
          </Loading>
        )}
        {mine.data && (!clientId || found.data?.length === 0) && <p className="text-muted">{t('none')}</p>}
        {found.data?.map((one) => (
          <Shown key={one.id} voucher={one} />
        ))}
        {found.data && found.data.length > 0 && (
          <p className="text-muted">
            {t('howTo')}{' '}
            <Link to="/visits" className="link inline-flex min-h-11 items-center">
              {t('visits')}
            </Link>
          </p>
        )}
        <Card />
      </div>
    </div>
  );
}

type Line = {at: string; event: string; change: number; balance: number; booking?: string; reason?: string};

function Shown({voucher}: {voucher: Voucher}) {
  const {t, language} = useVoucherWords();
  const {named} = useCodes();
  const amount = (number: number) => (voucher.unit === 'SESSIONS' ? String(number) : money({cents: number, currency: voucher.currency}, language));
  return (
    <article className="card p-5">
      <h2 className="text-xl">
        {t(`kinds.${voucher.kind}`)} {voucher.reference}
      </h2>
      {voucher.sessions && <p className="text-muted">{named('treatment', voucher.sessions.treatment)}</p>}
      <p className="mt-1 text-lg font-semibold">{t(voucher.unit === 'SESSIONS' ? 'left' : 'leftMoney', {balance: amount(voucher.balance), loaded: amount(voucher.loaded)})}</p>
      <p className="text-sm text-muted">
        {t(`states.${voucher.status}`)} · {t('until', {until: date(voucher.lastDay, language)})}
      </p>
      <Statement lines={voucher.statement as Line[]} amount={amount} />
    </article>
  );
}

const date = (last: string, language: string) => `${day(`${last}T12:00:00Z`, 'UTC', language)} ${last.slice(0, 4)}`;

function Statement({lines, amount}: {lines: Line[]; amount: (number: number) => string}) {
  const {t, language} = useVoucherWords();
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline underline-offset-3">{t('statement')}</summary>
      <div className="relative overflow-x-auto">
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-line">
              {['when', 'what', 'change', 'balance'].map((column) => (
                <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.at + line.event} className="border-b border-line align-top">
                <td className="py-2 pe-4">{day(line.at, visitorsZone(), language)}</td>
                <td className="py-2 pe-4">
                  {t(`events.${line.event}`, {defaultValue: line.event})} {line.booking} {line.reason && <span className="text-muted">{line.reason}</span>}
                </td>
                <td className="tab-figures whitespace-nowrap py-2 pe-4">
                  {line.change > 0 && '+'}
                  {amount(line.change)}
                </td>
                <td className="tab-figures whitespace-nowrap py-2">{amount(line.balance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** For whoever has a card in their hand, signed in or not. */
function Card() {
  const {t, language} = useVoucherWords();
  const [code, setCode] = useState('');
  const looking = useMutation({mutationFn: () => giftCard(code)});
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) looking.mutate();
  };
  const card = looking.data;
  const unknown = looking.error instanceof Problem && looking.error.status === 404;
  return (
    <section className="border-t border-line pt-5">
      <h2 className="mb-3">{t('card')}</h2>
      <form onSubmit={look} className="flex max-w-md flex-wrap items-start gap-3">
        <div className="grow">
          <Field label={t('code')} hint={t('codeHint')} autoComplete="off" value={code} error={unknown ? t('unknown') : undefined} onChange={({target}) => setCode(target.value)} />
        </div>
        <Button type="submit" look="ghost" className="mt-8" busy={looking.isPending}>
          {t('look')}
        </Button>
      </form>
      <div role="status">
        {looking.isError && !unknown && <Failed error={looking.error} />}
        {card && (
          <Notice tone={card.status === 'OPEN' ? 'ok' : 'hold'} title={t('cardLeft', {balance: money({cents: card.balance, currency: card.currency}, language)})}>
            <p>
              {t(`states.${card.status}`)} · {t('until', {until: date(card.lastDay, language)})}
            </p>
            <Statement lines={card.statement as Line[]} amount={(cents) => money({cents, currency: card.currency}, language)} />
          </Notice>
        )}
      </div>
    </section>
  );
}
