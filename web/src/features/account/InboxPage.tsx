import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {useLive} from '../../api/live';
import {signInAt} from '../../api/session';
import {visitorsZone, when} from '../../lib/time';
import {Button} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {inbox, readAll, type Message} from './api';
import {useAccountWords} from './words';

export default function InboxPage() {
  const {t} = useAccountWords();
  useLive();
  const found = useQuery(inbox);
  const client = useQueryClient();
  const newest = found.data?.messages[0];
  const reading = useMutation({
    mutationFn: () => readAll(newest!.at),
    onSuccess: () => void client.invalidateQueries({queryKey: ['inbox']}),
  });
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <p className="mb-3">
        <Link to="/visits" className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <PageTitle title={t('inbox')} />
        {newest && found.data!.unread > 0 && (
          <Button look="plain" busy={reading.isPending} onClick={() => reading.mutate()}>
            {t('readAll')}
          </Button>
        )}
      </div>
      <div className="mt-6" aria-live="polite">
        {found.isPending && (
          <Loading>
            <Skeleton className="h-24" />
            <Skeleton className="mt-3 h-24" />
          </Loading>
        )}
        {found.isError && <Failed error={found.error} retry={() => void found.refetch()} signIn={signInAt('/inbox')} />}
        {found.data?.messages.length === 0 && (
          <Empty title={t('inboxNone')}>
            <p>{t('inboxHint')}</p>
          </Empty>
        )}
        <ul className="flex flex-col gap-3">
          {found.data?.messages.map((message) => (
            <Told key={message.id} message={message} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Told({message}: {message: Message}) {
  const {t, language} = useAccountWords();
  const bookingId = message.about?.startsWith('booking/') ? message.about.slice('booking/'.length) : undefined;
  return (
    <li className="card p-4.5">
      <h2 className="text-[1.1rem]">
        {message.title}
        {!message.read && <span className="ms-2 rounded-full bg-tint px-2 py-0.5 font-sans text-xs font-semibold text-primary">{t('unread')}</span>}
      </h2>
      <p className="text-sm text-muted">{when(message.at, visitorsZone(), language)}</p>
      <p className="mt-2 whitespace-pre-line">{message.text}</p>
      {bookingId && (
        <Link to="/visits/$bookingId" params={{bookingId}} className="link inline-flex min-h-11 items-center">
          {t('openVisit')}
          <span className="sr-only"> – {message.title}</span>
        </Link>
      )}
    </li>
  );
}
