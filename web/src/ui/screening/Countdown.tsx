import {useEffect} from 'react';
import {countdown} from '../../lib/time';
import {useNow} from '../../lib/useNow';
import {useScreeningWords} from './words';

/** How long something is kept for somebody. Told when it is over, and towards the end how to get more time, if there is any. */
export function Countdown({until, onOver, renew}: {until: string | undefined; onOver: () => void; renew?: () => void}) {
  const {t} = useScreeningWords();
  const left = new Date(until ?? 0).getTime() - useNow();
  const over = left <= 0;
  // Once for each end, whoever made the function.
  useEffect(() => {
    if (over) onOver();
  }, [over, until]);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-xl bg-clay-tint px-4 py-3 font-semibold text-clay">
      <p className="tab-figures" role="timer">
        <span aria-hidden>◔ </span>
        {t('held', {left: countdown(left)})}
      </p>
      <p className="sr-only" role="status">
        {left < 60_000 && t('heldLast')}
      </p>
      {renew && left < 3 * 60_000 && (
        <button type="button" className="min-h-11 underline underline-offset-3" onClick={renew}>
          {t('renew')}
        </button>
      )}
    </div>
  );
}
