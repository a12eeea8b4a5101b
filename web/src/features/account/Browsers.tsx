import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {browsers, canBeTold, tellHere, tellNoMore, thisBrowser} from '../../api/telling';
import {shortDay, visitorsZone} from '../../lib/time';
import {Button} from '../../ui/Button';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useAccountWords} from './words';

/** The browsers that show what happens, also while no page of ours is open. */
export function Browsers() {
  const {t, language} = useAccountWords();
  const client = useQueryClient();
  const here = useQuery(thisBrowser);
  const all = useQuery(browsers);
  const beginning = useMutation({mutationFn: () => tellHere(client)});
  const ending = useMutation({mutationFn: (id: string) => tellNoMore(client, id, id === here.data?.id)});
  const error = all.error ?? here.error;
  return (
    <section className="flex flex-col gap-4">
      <h2>{t('device')}</h2>
      <p className="-mt-2 text-muted">{t('deviceLead')}</p>
      {(here.isPending || all.isPending) && !error && (
        <Loading>
          <Skeleton className="h-12" />
        </Loading>
      )}
      {error && <Failed error={error} retry={() => void Promise.all([here.refetch(), all.refetch()])} />}
      {all.data && all.data.length > 0 && (
        <ul className="card divide-y divide-line">
          {all.data.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 p-4">
              <span className="min-w-0">
                <b>{one.id === here.data?.id ? t('deviceThis') : t('deviceOther')}</b>{' '}
                <span className="text-sm text-muted">{t('deviceSince', {at: shortDay(one.at, visitorsZone(), language)})}</span>
              </span>
              <Button look="plain" busy={ending.isPending && ending.variables === one.id} onClick={() => ending.mutate(one.id)}>
                {t('deviceOff')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {ending.isError && <Failed error={ending.error} />}
      {beginning.isError && <Failed error={beginning.error} />}
      {beginning.data && <Notice tone="hold" live title={t(`notTold.${beginning.data}`)} />}
      {here.data === null &&
        (canBeTold() ? (
          <div>
            <Button look="ghost" busy={beginning.isPending} onClick={() => beginning.mutate()}>
              {t('deviceOn')}
            </Button>
          </div>
        ) : (
          <p>{t('notTold.unable')}</p>
        ))}
    </section>
  );
}
