import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {reviews} from '../../../api/catalogue';
import {answerReview} from '../../../api/practice';
import type {OfTherapist} from '../../../api/client';
import {useCodes} from '../../../lib/codes';
import {shortDay} from '../../../lib/time';
import {Given, Stars} from '../../../ui/Bits';
import {Button} from '../../../ui/Button';
import {TextArea} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Empty} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {usePlace} from '../StaffPage';
import {usePracticeWords} from './words';

type Review = OfTherapist<'ReviewView'>;

/** What clients say of a therapist, who may answer each once. */
export default function ReviewsPage() {
  const {t, language} = usePracticeWords();
  const {named} = useCodes();
  const place = usePlace();
  const id = place?.therapistId;
  const said = useQuery({...reviews(id ?? ''), enabled: id !== undefined, staleTime: 0});
  if (!place || !id) return null;
  return (
    <div className="max-w-3xl">
      <PageTitle title={t('reviews')} hidden />
      <Answered to={said}>
        {({rating, reviews: all}) =>
          all.length === 0 ? (
            <Empty title={t('noReviews')}>
              <p>{t('noReviewsHint')}</p>
            </Empty>
          ) : (
            <>
              {rating?.mean !== undefined && (
                <p className="mb-3 text-lg">
                  <Stars mean={rating.mean} count={rating.count} language={language} />
                </p>
              )}
              <ul className="grid gap-3">
                {all.map((review) => (
                  <li key={review.id} className="card p-4">
                    <p>
                      <Given stars={review.stars} /> · {review.shownName || t('client')} ·{' '}
                      <span className="text-muted">
                        {named('treatment', review.treatment)}, {shortDay(review.publishedAt, place.zone, language)}
                      </span>
                    </p>
                    {review.text && <p className="mt-2">{review.text}</p>}
                    {review.answer ? (
                      <p className="mt-3 border-s-4 border-primary ps-3">
                        <b>{t('yourAnswer')}</b> {review.answer.text}
                      </p>
                    ) : (
                      <Answer review={review} zone={place.zone} />
                    )}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </div>
  );
}

function Answer({review, zone}: {review: Review; zone: string}) {
  const {t} = usePracticeWords();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const answering = useMutation({mutationFn: () => answerReview(client, review, text.trim())});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answering.mutate();
  };
  return (
    <details className="mt-2">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('answer')}</summary>
      <form className="grid gap-3" onSubmit={submit}>
        <TextArea label={t('yourAnswer')} hint={t('answerHint')} required maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
        <Button type="submit" busy={answering.isPending} className="justify-self-start">
          {t('publish')}
        </Button>
        {answering.isError && <Refused error={answering.error} zone={zone} onClose={answering.reset} />}
      </form>
    </details>
  );
}
