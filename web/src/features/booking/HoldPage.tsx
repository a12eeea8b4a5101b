import {useState} from 'react';
import {zodResolver} from '@hookform/resolvers/zod';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {useForm} from 'react-hook-form';
import {z} from 'zod/mini';
import {book} from '../../api/bookings';
import {clinic} from '../../api/catalogue';
import {Problem} from '../../api/problem';
import {session, type Session} from '../../api/session';
import {asClient, contact, remember, remembered} from '../../lib/contact';
import {day, hour} from '../../lib/time';
import {Button, buttonLook} from '../../ui/Button';
import {Field} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {Summary} from './Summary';
import {useBookingWords} from './words';

const form = z.extend(contact, {remember: z.boolean()});
type Entered = z.infer<typeof form>;

export default function HoldPage() {
  const {t} = useBookingWords();
  const slot = useSearch({from: '/book'});
  const here = useQuery(session);
  if (!slot.start) {
    return (
      <div className="mx-auto max-w-xl pb-11 pt-6">
        <PageTitle title={t('who')} hidden />
        <Empty title={t('noSlot')}>
          <Link to="/therapists" className={buttonLook()}>
            {t('otherTime')}
          </Link>
        </Empty>
      </div>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-8 pb-11 pt-6 lg:grid-cols-[1fr_340px]">
      <div>
        <PageTitle title={t('who')} />
        <p className="mb-6 mt-2 text-muted">{t('lead')}</p>
        {here.isPending ? (
          <Loading>
            <Skeleton className="h-80" />
          </Loading>
        ) : (
          <Entry key={slot.start} here={here.data} />
        )}
      </div>
      <aside className="card h-fit p-5">
        <Summary of={{therapistId: slot.therapist, clinicId: slot.clinic, treatment: slot.treatment, lengthMinutes: slot.minutes, start: slot.start}} />
      </aside>
    </div>
  );
}

function Entry({here}: {here: Session | undefined}) {
  const {t} = useBookingWords();
  const slot = useSearch({from: '/book'});
  const navigate = useNavigate();
  const client = useQueryClient();
  const [first] = useState(remembered);
  const signedIn = here?.signedIn ? here : undefined;
  const entered = useForm<Entered>({
    resolver: zodResolver(form),
    defaultValues: {
      name: first.name ?? signedIn?.name ?? '',
      email: signedIn?.email ?? first.email ?? '',
      phone: first.phone ?? '',
      remember: first.name !== undefined,
    },
  });
  const holding = useMutation({
    mutationFn: (who: Entered) =>
      book(client, {
        therapistId: slot.therapist,
        clinicId: slot.clinic,
        treatment: slot.treatment,
        lengthMinutes: slot.minutes,
        start: slot.start,
        hold: true,
        client: asClient(who),
      }),
    onSuccess: (held, {remember: wanted, ...who}) => {
      remember(wanted ? who : undefined);
      void navigate({to: '/book/$bookingId', params: {bookingId: held.id}, replace: true});
    },
  });
  const {errors} = entered.formState;
  const wrong = (name: keyof Entered) => errors[name]?.message && t(errors[name].message);
  return (
    <form noValidate className="flex max-w-xl flex-col gap-5" onSubmit={entered.handleSubmit((who) => holding.mutate(who))}>
      <Field label={t('name')} autoComplete="name" error={wrong('name')} {...entered.register('name')} />
      <Field
        label={t('email')}
        type="email"
        autoComplete="email"
        inputMode="email"
        hint={t('emailHint')}
        error={wrong('email')}
        readOnly={signedIn !== undefined}
        {...entered.register('email')}
      />
      <Field label={t('phone')} optional type="tel" autoComplete="tel" hint={t('phoneHint')} error={wrong('phone')} {...entered.register('phone')} />
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" className="size-5 accent-primary" {...entered.register('remember')} />
        {t('remember')}
      </label>
      {holding.isError && <Refused error={holding.error} />}
      <div>
        <Button type="submit" busy={holding.isPending}>
          {t('hold')}
        </Button>
      </div>
    </form>
  );
}

type Alternative = {therapistId: string; clinicId: string; start: string};

/** What stands in the way, and how to go on. Everything entered stays. */
export function Refused({error}: {error: Error}) {
  const {t, language} = useBookingWords();
  const slot = useSearch({from: '/book'});
  const place = useQuery(clinic(slot.clinic));
  if (!(error instanceof Problem) || error.passes || error.status >= 500) return <Failed error={error} />;
  const others = (
    <Link
      to="/therapists/$therapistId/times"
      params={{therapistId: slot.therapist}}
      search={{treatment: slot.treatment, minutes: slot.minutes, clinic: slot.clinic}}
      className={buttonLook('ghost', 'mt-3')}
    >
      {t('otherTime')}
    </Link>
  );
  switch (error.type) {
    case 'slot-taken': {
      const alternatives = (error.body.alternatives ?? []) as Alternative[];
      return (
        <Notice tone="hold" live title={t('taken')}>
          <p className="mt-1">{alternatives.length > 0 ? t('takenNext') : t('noneNear')}</p>
          <ul className="mt-3 flex flex-wrap gap-2">
            {alternatives.map((one) => (
              <li key={one.therapistId + one.start}>
                <Link
                  to="/book"
                  search={{...slot, therapist: one.therapistId, clinic: one.clinicId, start: one.start}}
                  replace
                  className={buttonLook('ghost', 'bg-surface')}
                >
                  {place.data
                    ? `${day(one.start, place.data.zone, language)}, ${hour(one.start, place.data.zone, language)}`
                    : one.start}
                </Link>
              </li>
            ))}
          </ul>
          {others}
        </Notice>
      );
    }
    case 'client-busy':
      return (
        <Notice tone="hold" live title={t('busy')}>
          {others}
        </Notice>
      );
    default:
      return (
        <Notice tone="stop" live title={t('refused')}>
          <p lang="en" className="mt-1">
            {error.message}
          </p>
          {others}
        </Notice>
      );
  }
}
