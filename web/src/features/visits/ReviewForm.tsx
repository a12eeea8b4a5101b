import {useState, type FormEvent} from 'react';
import {useMutation, useQueryClient} from '@tanstack/react-query';
import {api, newKey, told} from '../../api/client';
import type {Booking} from '../../api/bookings';
import {Problem} from '../../api/problem';
import {Button} from '../../ui/Button';
import {OneChip} from '../../ui/Chips';
import {Field, TextArea} from '../../ui/Field';
import {Failed, Notice} from '../../ui/States';
import {useVisitWords} from './words';

const ASPECTS = ['stars', 'communication', 'comfort', 'place', 'result'] as const;
type Aspect = (typeof ASPECTS)[number];

/** By somebody who was really treated: the booking's reference is the proof. */
export function ReviewForm({visit}: {visit: Booking}) {
  const {t} = useVisitWords();
  const client = useQueryClient();
  const [key] = useState(newKey);
  const [stars, setStars] = useState<Partial<Record<Aspect, string>>>({});
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [refused, setRefused] = useState(false);
  const sending = useMutation({
    mutationFn: () => {
      const of = (aspect: Aspect) => Number(stars[aspect]);
      return told(
        api.POST('/api/v1/reviews', {
          params: {header: {'Idempotency-Key': key}},
          body: {
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
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({queryKey: ['reviews', visit.therapistId]}),
  });
  if (sending.isSuccess) {
    return (
      <div className="mt-6">
        <Notice tone="ok" live>
          {t('thanks')}
        </Notice>
      </div>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ASPECTS.some((aspect) => !stars[aspect])) setRefused(true);
    else sending.mutate();
  };
  return (
    <form onSubmit={send} className="mt-8 flex flex-col gap-4">
      <h2>{t('review')}</h2>
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
          chosen={stars[aspect]}
          onChange={(value) => setStars({...stars, [aspect]: value})}
        />
      ))}
      <TextArea label={t('reviewText')} optional maxLength={2000} value={text} onChange={({target}) => setText(target.value)} />
      <Field label={t('reviewName')} optional maxLength={60} value={name} onChange={({target}) => setName(target.value)} />
      {refused && ASPECTS.some((aspect) => !stars[aspect]) && (
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
