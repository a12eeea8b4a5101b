import {Problem} from '../../api/problem';
import {money, type Money} from '../../lib/money';
import {when} from '../../lib/time';
import {Button} from '../../ui/Button';
import {Failed, Notice} from '../../ui/States';
import {useStaffWords} from './words';

type Alternative = {therapistId: string; start: string};
type How = {acceptedFeeCents: number} | {override: {reason: 'GOODWILL'}};

type Props = {
  error: Error;
  zone: string;
  /** Of therapists, by id. */
  names?: Map<string, string>;
  onInstead?: ((one: Alternative) => void) | undefined;
  onFee?: ((how: How) => void) | undefined;
  onClose: () => void;
};

/** What the server has refused, and what can be done instead. */
export function Refused({error, zone, names, onInstead, onFee, onClose}: Props) {
  const {t, language} = useStaffWords();
  if (!(error instanceof Problem) || error.passes || error.status === 401 || error.status >= 500) return <Failed error={error} />;
  const alternatives = (error.body.alternatives ?? []) as Alternative[];
  const fee = error.type === 'fee-not-accepted' ? (error.body.fee as Money) : undefined;
  const known = `refusal.${error.type}`;
  const words = t(known, {defaultValue: ''});
  return (
    <div ref={inSight}>
      <Notice tone="hold" live title={t('refused')}>
        {words ? <p className="mt-1">{words}</p> : <p lang="en" className="mt-1">{error.message}</p>}
        <div className="mt-3 flex flex-wrap gap-2">
          {fee && onFee && (
            <>
              <Button look="ghost" onClick={() => onFee({acceptedFeeCents: fee.cents})}>
                {t('charge', {fee: money(fee, language)})}
              </Button>
              <Button look="ghost" onClick={() => onFee({override: {reason: 'GOODWILL'}})}>
                {t('waive')}
              </Button>
            </>
          )}
          {alternatives.map((one) => {
            const what = when(one.start, zone, language) + (names?.has(one.therapistId) ? ` · ${names.get(one.therapistId)}` : '');
            return onInstead ? (
              <Button key={one.therapistId + one.start} look="ghost" onClick={() => onInstead(one)}>
                {what}
              </Button>
            ) : (
              <p key={one.therapistId + one.start} className="w-full font-semibold">
                {what}
              </p>
            );
          })}
          <Button look="plain" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}

/** What was refused is seen, also where it comes below what is on the screen. */
const inSight = (shown: HTMLElement | null) => shown?.scrollIntoView?.({block: 'nearest'});
