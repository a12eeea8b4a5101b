import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {book} from '../../api/bookings';
import {clinic} from '../../api/catalogue';
import {Problem} from '../../api/problem';
import {session, type Session} from '../../api/session';
import {remember, remembered} from '../../lib/contact';
import {day, hour} from '../../lib/time';
import {Button, buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useWho, WhoFields} from '../../ui/who/Who';
import {Summary} from './Summary';
import {useBookingWords} from './words';

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
            <Skeleton className="h-[29.5rem]" />
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
  const who = useWho(here?.signedIn ? here : undefined);
  const [wanted, setWanted] = useState(() => remembered().name !== undefined);
  const holding = useMutation({
    mutationFn: (coming: NonNullable<ReturnType<typeof who.client>>) =>
      book(client, {
        therapistId: slot.therapist,
        clinicId: slot.clinic,
        treatment: slot.treatment,
        lengthMinutes: slot.minutes,
        start: slot.start,
        hold: true,
        client: coming,
      }),
    onSuccess: (held) => {
      remember(wanted ? who.who : undefined);
      void navigate({to: '/book/$bookingId', params: {bookingId: held.id}, replace: true});
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const coming = who.client();
    if (coming) holding.mutate(coming);
  };
  return (
    <form noValidate className="flex max-w-xl flex-col gap-5" onSubmit={send}>
      <WhoFields {...who} hints={{email: t('emailHint'), phone: t('phoneHint')}} />
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" className="size-5 accent-primary" checked={wanted} onChange={({target}) => setWanted(target.checked)} />
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
