import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Problem} from '../../api/problem';
import {endOthers, sessions, signInAt, type OneSession} from '../../api/session';
import {shortDay, visitorsZone} from '../../lib/time';
import {Button} from '../../ui/Button';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useAccountWords} from './words';

const BROWSERS = [
  ['Edge', /Edg/],
  ['Firefox', /Firefox/],
  ['Opera', /OPR/],
  ['Chrome', /Chrom/],
  ['Safari', /Safari/],
] as const;
const SYSTEMS = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

/** Enough to know one's own again, for example Firefox, Linux; empty for what nobody knows. */
export function browserName(said: string): string {
  return [BROWSERS, SYSTEMS]
    .flatMap((all) => all.find(([, sign]) => sign.test(said))?.[0] ?? [])
    .join(', ');
}

/** Where they are signed in; and how to end what they have left open elsewhere. */
export function Sessions() {
  const {t, language} = useAccountWords();
  const client = useQueryClient();
  const all = useQuery(sessions);
  const ending = useMutation({mutationFn: endOthers, onSuccess: () => client.invalidateQueries({queryKey: sessions.queryKey})});
  const again = ending.error instanceof Problem && ending.error.type === 'sign-in-again';
  const named = ({current, browser}: OneSession) =>
    [current && t('sessionThis'), (browser && browserName(browser)) || (!current && t('sessionUnknown'))].filter(Boolean).join(' · ');
  return (
    <section className="flex flex-col gap-4">
      <h2>{t('sessions')}</h2>
      {all.isPending && (
        <Loading>
          <Skeleton className="h-12" />
        </Loading>
      )}
      {all.isError && <Failed error={all.error} retry={() => void all.refetch()} />}
      {all.data && (
        <ul className="card divide-y divide-line">
          {all.data.map((one) => (
            <li key={one.id} className="p-4">
              <b>{named(one)}</b> <span className="text-sm text-muted">{t('sessionSince', {at: shortDay(one.startedAt, visitorsZone(), language)})}</span>
            </li>
          ))}
        </ul>
      )}
      {ending.isSuccess && (
        <Notice tone="ok" live>
          {t('sessionsEnded')}
        </Notice>
      )}
      {again && (
        <Notice tone="hold" live>
          <p>{t('sessionsAgain')}</p>
          <a className="link" href={signInAt('/preferences')}>
            {t('sessionsSignIn')}
          </a>
        </Notice>
      )}
      {ending.isError && !again && <Failed error={ending.error} />}
      {all.data && all.data.length > 1 && (
        <div>
          <Button look="ghost" busy={ending.isPending} onClick={() => ending.mutate()}>
            {t('sessionsEnd')}
          </Button>
        </div>
      )}
    </section>
  );
}
