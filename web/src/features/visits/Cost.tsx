import type {Cost as CostView} from '../../api/bookings';
import {Problem} from '../../api/problem';
import {money} from '../../lib/money';
import {when} from '../../lib/time';
import {Failed, Notice} from '../../ui/States';
import {useVisitWords} from './words';

/** What a change costs, before it is made. */
export function Cost({cost, zone}: {cost: CostView; zone: string}) {
  const {t, language} = useVisitWords();
  return (
    <>
      <p className="font-semibold">
        {cost.fee && cost.fee.cents > 0
          ? t('costs', {fee: money(cost.fee, language)})
          : cost.freeUntil
            ? t('freeUntil', {until: when(cost.freeUntil, zone, language)})
            : t('free')}
      </p>
      {cost.restored && cost.restored.cents > 0 && <p>{t('restored', {amount: money(cost.restored, language)})}</p>}
    </>
  );
}

/** Why a change can't be made here, and who can make it. */
export function NoMore({error}: {error: Error}) {
  const {t} = useVisitWords();
  if (!(error instanceof Problem) || error.passes || error.status >= 500 || error.status === 401) return <Failed error={error} />;
  switch (error.type) {
    case 'contact-clinic':
      return (
        <Notice tone="hold" live title={t('contact')}>
          <p>{[error.body.phone, error.body.email].filter(Boolean).join(' · ')}</p>
        </Notice>
      );
    case 'slot-taken':
      return (
        <Notice tone="hold" live>
          {t('taken')}
        </Notice>
      );
    default:
      return (
        <Notice tone="hold" live title={t('refused')}>
          <p lang="en">{error.message}</p>
        </Notice>
      );
  }
}
