import {useMutation} from '@tanstack/react-query';
import type {Booking} from '../../api/bookings';
import {askForCode} from '../../api/guest';
import {Problem} from '../../api/problem';
import {Button} from '../../ui/Button';
import {Failed, Notice} from '../../ui/States';
import {useVisitWords} from './words';

/** Who comes along fills in an intake of their own: whoever has booked has a code sent to them, and never sees it. */
export function Companion({visit}: {visit: Booking}) {
  const {t} = useVisitWords();
  const asking = useMutation({mutationFn: () => askForCode(visit.id, true)});
  if (visit.status !== 'CONFIRMED' || !visit.visit?.sessions.some(({companion}) => companion)) return null;
  const type = asking.error instanceof Problem ? asking.error.type : undefined;
  return (
    <section className="mt-6 border-t border-line pt-5">
      <h2 className="mb-1 text-xl">{t('besideCode')}</h2>
      <p className="mb-3 text-muted">{t('besideLead')}</p>
      {type === 'too-many-codes' && <Notice tone="hold" live title={t('intakeTooMany')} />}
      {type === 'no-address' && <Notice tone="hold" live title={t('besideNoAddress')} />}
      {asking.isError && type !== 'too-many-codes' && type !== 'no-address' && <Failed error={asking.error} />}
      {asking.isSuccess ? (
        <p role="status" className="font-semibold text-ok">
          {t('besideSent')}
        </p>
      ) : (
        <Button look="ghost" className="mt-2" busy={asking.isPending} onClick={() => asking.mutate()}>
          {t('besideSend')}
        </Button>
      )}
    </section>
  );
}
