import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {closeFeed, feeds, openFeed, rotateFeed, type Feed, type FeedOf} from '../../../api/practice';
import {when} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {Dialog} from '../../../ui/Dialog';
import {PageTitle} from '../../../ui/Page';
import {Empty, Notice} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {useKeys} from '../saving';
import {usePlace, type Place} from '../StaffPage';
import {usePracticeWords} from './words';

/** Sessions in one's own calendar program, by an address that is shown once. */
export default function FeedPage() {
  const {t} = usePracticeWords();
  const place = usePlace();
  if (!place) return null;
  const all: FeedOf[] = [];
  if (place.therapistId) all.push({kind: 'THERAPIST', id: place.therapistId});
  if (place.desk) all.push({kind: 'CLINIC', id: place.clinicId});
  return (
    <div className="grid max-w-3xl gap-4">
      <PageTitle title={t('feed')} hidden />
      <p className="text-muted">{t('feedHint')}</p>
      {all.map((of) => (
        <Feeds key={of.kind} of={of} place={place} />
      ))}
    </div>
  );
}

function Feeds({of, place}: {of: FeedOf; place: Place}) {
  const {t, language} = usePracticeWords();
  const client = useQueryClient();
  const keyOf = useKeys();
  const known = useQuery(feeds(of));
  const [fresh, setFresh] = useState<Feed>();
  const [ending, setEnding] = useState<Feed>();
  const opening = useMutation({mutationFn: (number: number) => openFeed(client, of, keyOf({of, number})), onSuccess: setFresh});
  const rotating = useMutation({mutationFn: (feed: Feed) => rotateFeed(client, feed), onSuccess: setFresh});
  const closing = useMutation({mutationFn: (feed: Feed) => closeFeed(client, feed), onSuccess: () => setEnding(undefined)});
  return (
    <section className="card p-4" aria-label={t(`feedOf.${of.kind}`)}>
      <h2 className="mb-2 !text-lg">{t(`feedOf.${of.kind}`)}</h2>
      {fresh?.url && <Address url={fresh.url} />}
      <Answered to={known} shape="h-24">
        {(all) =>
          all.length === 0 ? (
            <Empty title={t('noFeed')}>
              <Button busy={opening.isPending} onClick={() => opening.mutate(0)}>
                {t('openFeed')}
              </Button>
            </Empty>
          ) : (
            <>
              <ul className="divide-y divide-line">
                {all.map((feed, index) => (
                  <li key={feed.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                    <span>
                      {t('feedNumber', {number: index + 1})}
                      <span className="block text-muted">{t('tokenSince', {when: when(feed.tokenSince, place.zone, language)})}</span>
                    </span>
                    <span className="flex flex-wrap gap-2">
                      <Button look="ghost" busy={rotating.isPending && rotating.variables === feed} onClick={() => rotating.mutate(feed)}>
                        {t('rotate')}
                      </Button>
                      <Button look="plain" onClick={() => setEnding(feed)}>
                        {t('closeFeed')}
                      </Button>
                    </span>
                  </li>
                ))}
              </ul>
              <Button look="plain" busy={opening.isPending} onClick={() => opening.mutate(all.length)}>
                {t('anotherFeed')}
              </Button>
            </>
          )
        }
      </Answered>
      {[opening, rotating].map((one, index) => one.isError && <Refused key={index} error={one.error} zone={place.zone} onClose={one.reset} />)}
      {ending && (
        <Dialog title={t('closeFeedTitle')} onClose={() => setEnding(undefined)}>
          <p className="my-3">{t('closeFeedHint')}</p>
          {closing.isError && <Refused error={closing.error} zone={place.zone} onClose={closing.reset} />}
          <div className="flex flex-wrap gap-2">
            <Button look="stop" busy={closing.isPending} onClick={() => closing.mutate(ending)}>
              {t('closeFeed')}
            </Button>
            <Button look="ghost" onClick={() => setEnding(undefined)}>
              {t('keepIt')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

/** Shown this once: nobody keeps it. */
function Address({url}: {url: string}) {
  const {t} = usePracticeWords();
  const [copied, setCopied] = useState<boolean>();
  return (
    <div className="mb-3">
      <Notice tone="ok" title={t('copyNow')} live>
        <label className="mt-2 block">
          <span className="sr-only">{t('address')}</span>
          <input className="input tab-figures text-sm" readOnly value={url} onFocus={(event) => event.target.select()} />
        </label>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true), () => setCopied(false))}>{t('copy')}</Button>
          <p role="status">{copied === undefined ? '' : copied ? t('copied') : t('copyByHand')}</p>
        </div>
      </Notice>
    </div>
  );
}
