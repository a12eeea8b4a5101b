import {useState, type FormEvent} from 'react';
import {useInfiniteQuery, useMutation} from '@tanstack/react-query';
import {pagesOfReviews} from '../../api/catalogue';
import {report, type Reason, type Review} from '../../api/reviews';
import {day} from '../../lib/time';
import {Given} from '../../ui/Bits';
import {Button} from '../../ui/Button';
import {Select, TextArea} from '../../ui/Field';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useTherapistWords} from './words';

/** What clients say of a therapist, and what is answered; the newest first, page by page. */
export function Reviews({id}: {id: string}) {
  const {t} = useTherapistWords();
  const found = useInfiniteQuery(pagesOfReviews(id));
  const all = found.data?.pages.flatMap(({reviews}) => reviews);
  return (
    <section>
      <h2 className="mb-2">{t('reviews')}</h2>
      {found.isPending && (
        <Loading>
          <Skeleton className="h-24" />
        </Loading>
      )}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {all?.length === 0 && <p className="text-muted">{t('noReviews')}</p>}
      <ul className="flex flex-col gap-3">
        {all?.map((review) => (
          <li key={review.id} className="card p-4">
            <One review={review} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button look="plain" className="mt-2" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('moreReviews')}
        </Button>
      )}
    </section>
  );
}

function One({review}: {review: Review}) {
  const {t, language} = useTherapistWords();
  const [reporting, setReporting] = useState(false);
  return (
    <>
      <p>
        <Given stars={review.stars} /> <b>{review.shownName}</b>{' '}
        <span className="text-sm text-muted">{day(review.publishedAt, 'UTC', language)}</span>
      </p>
      {review.text && <p className="mt-1 whitespace-pre-line">{review.text}</p>}
      {review.answer && (
        <p className="mt-2 border-s-2 border-line ps-3 text-sm">
          <b>{t('answered')}:</b> {review.answer.text}
        </p>
      )}
      {reporting ? (
        <Report id={review.id} />
      ) : (
        <button type="button" className="link mt-1 min-h-11 text-sm" onClick={() => setReporting(true)}>
          {t('report')}
        </button>
      )}
    </>
  );
}

const REASONS: Reason[] = ['OFFENSIVE', 'NAMES_SOMEBODY', 'NOT_ABOUT_THE_SESSION', 'ADVERTISING', 'OTHER'];

function Report({id}: {id: string}) {
  const {t} = useTherapistWords();
  const [reason, setReason] = useState<Reason>('OFFENSIVE');
  const [text, setText] = useState('');
  const sending = useMutation({mutationFn: () => report(id, reason, text.trim())});
  if (sending.isSuccess) {
    return (
      <div className="mt-3">
        <Notice tone="ok" live>
          {t('reported')}
        </Notice>
      </div>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <form onSubmit={send} className="mt-3 flex max-w-md flex-col gap-3">
      <Select
        label={t('reportWhy')}
        value={reason}
        onChange={(value) => setReason(value as Reason)}
        choices={REASONS.map((value) => ({value, label: t(`reportReasons.${value}`)}))}
      />
      <TextArea label={t('reportText')} optional rows={2} maxLength={1000} value={text} onChange={({target}) => setText(target.value)} />
      {sending.isError && <Failed error={sending.error} />}
      <div>
        <Button type="submit" look="ghost" busy={sending.isPending}>
          {t('reportSend')}
        </Button>
      </div>
    </form>
  );
}
