import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {Booking} from '../../api/bookings';
import {newKey} from '../../api/client';
import {Problem} from '../../api/problem';
import {write, written, type Written} from '../../api/reviews';
import {Given} from '../../ui/Bits';
import {Button} from '../../ui/Button';
import {OneChip} from '../../ui/Chips';
import {Field, TextArea} from '../../ui/Field';
import {Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useVisitWords} from './words';

const ASPECTS = ['stars', 'communication', 'comfort', 'place', 'result'] as const;
type Aspect = (typeof ASPECTS)[number];

/** How long the author may change it; the server has the last word. */
const CHANGED_WITHIN = 14 * 86_400_000;

/** What its client says of a visit that took place, and what was answered. */
export function Review({visit}: {visit: Booking}) {
  const known = useQuery(written(visit));
  const [changing, setChanging] = useState(false);
  const [sent, setSent] = useState(false);
  const {t} = useVisitWords();
  return (
    <section className="mt-8 flex flex-col gap-4">
      <h2>{t('review')}</h2>
      {sent && (
        <Notice tone="ok" live>
          {t('thanks')}
        </Notice>
      )}
      {known.isPending ? (
        <Loading>
          <Skeleton className="h-40" />
        </Loading>
      ) : known.data && !changing ? (
        <Said said={known.data} onChange={() => setChanging(true)} />
      ) : (
        <Form
          visit={visit}
          before={known.data ?? undefined}
          onSent={() => {
            setSent(true);
            setChanging(false);
          }}
        />
      )}
    </section>
  );
}

function Said({said: {review, status}, onChange}: {said: Written; onChange: () => void}) {
  const {t} = useVisitWords();
  const hidden = status === 'HIDDEN';
  return (
    <div className="card p-5">
      <p>
        <Given stars={review.stars} /> <b>{review.shownName}</b>
      </p>
      {review.text && <p className="mt-1 whitespace-pre-line">{review.text}</p>}
      {review.answer && (
        <p className="mt-2 border-s-2 border-line ps-3">
          <b>{t('reviewAnswer')}</b> {review.answer.text}
        </p>
      )}
      {hidden && <p className="mt-2 text-muted">{t('reviewHidden')}</p>}
      {!hidden && Date.now() - Date.parse(review.publishedAt) < CHANGED_WITHIN && (
        <Button look="plain" className="mt-2" onClick={onChange}>
          {t('reviewChange')}
        </Button>
      )}
    </div>
  );
}

/** By somebody who was really treated: the booking's reference is the proof. */
function Form({visit, before, onSent}: {visit: Booking; before?: Written; onSent: () => void}) {
  const {t} = useVisitWords();
  const client = useQueryClient();
  const [key] = useState(newKey);
  const [stars, setStars] = useState<Partial<Record<Aspect, number>>>(before?.review ?? {});
  const [text, setText] = useState(before?.review.text ?? '');
  const [name, setName] = useState(before?.review.shownName ?? '');
  const [tried, setTried] = useState(false);
  const missing = ASPECTS.some((aspect) => !stars[aspect]);
  const of = (aspect: Aspect) => stars[aspect] ?? 0;
  const sending = useMutation({
    mutationFn: () =>
      write(
        client,
        {
          bookingId: visit.id,
          reference: visit.reference,
          stars: of('stars'),
          communication: of('communication'),
          comfort: of('comfort'),
          place: of('place'),
          result: of('result'),
          ...(text.trim() && {text: text.trim()}),
          ...(name.trim() && {shownName: name.trim()}),
        },
        key,
        before,
      ),
    onSuccess: onSent,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing) sending.mutate();
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      {ASPECTS.map((aspect) => (
        <OneChip
          key={aspect}
          legend={t(`aspect.${aspect}`)}
          choices={['1', '2', '3', '4', '5'].map((value) => ({
            value,
            label: (
              <>
                <span aria-hidden>{value} ★</span>
                <span className="sr-only">{t('star', {count: Number(value)})}</span>
              </>
            ),
          }))}
          chosen={stars[aspect] === undefined ? undefined : String(stars[aspect])}
          onChange={(value) => setStars({...stars, [aspect]: Number(value)})}
        />
      ))}
      <TextArea label={t('reviewText')} optional maxLength={4000} value={text} onChange={({target}) => setText(target.value)} />
      <Field label={t('reviewName')} optional maxLength={40} value={name} onChange={({target}) => setName(target.value)} />
      {tried && missing && (
        <p role="alert" className="font-semibold text-stop">
          {t('starsMissing')}
        </p>
      )}
      {sending.isError &&
        (sending.error instanceof Problem && sending.error.status < 500 && sending.error.status > 0 ? (
          <Notice tone="hold" live title={t('refused')}>
            <p lang="en">{sending.error.message}</p>
          </Notice>
        ) : (
          <Failed error={sending.error} />
        ))}
      <div>
        <Button type="submit" busy={sending.isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
