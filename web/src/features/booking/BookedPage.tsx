import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useParams} from '@tanstack/react-router';
import {booking, cancel, type Booking} from '../../api/bookings';
import {clinic, therapist} from '../../api/catalogue';
import {useCodes} from '../../lib/codes';
import {calendarFile, download} from '../../lib/ics';
import {kept} from '../../lib/kept';
import {countdown, day} from '../../lib/time';
import {useNow} from '../../lib/useNow';
import {Button, buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {Gone} from './DetailsPage';
import {Summary} from './Summary';
import {useBookingWords} from './words';

const UNDO = 3 * 60_000;

export default function BookedPage() {
  const {t, language} = useBookingWords();
  const {bookingId} = useParams({from: '/booked/$bookingId'});
  const found = useQuery(booking(bookingId));
  const booked = found.data;
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      {found.isPending && (
        <Loading>
          <Skeleton className="h-96" />
        </Loading>
      )}
      {found.isError && !booked && (
        <>
          <PageTitle title={t('all')} hidden />
          <Gone error={found.error} retry={() => void found.refetch()} />
        </>
      )}
      {booked?.status === 'CONFIRMED' && (
        <>
          <PageTitle title={t('booked', {day: day(booked.start, booked.zone, language)})} />
          <p className="mb-6 mt-2 text-muted">{t('bookedLead')}</p>
          <div className="card p-5">
            <Summary of={booked} />
            <Next booked={booked} />
          </div>
        </>
      )}
      {booked && booked.status !== 'CONFIRMED' && (
        <>
          <PageTitle title={t('cancelled')} hidden />
          <Empty title={t('cancelled')}>
            <p role="status">{t('undoDone')}</p>
            <Link
              to="/therapists/$therapistId/times"
              params={{therapistId: booked.therapistId}}
              search={{treatment: booked.treatment, minutes: booked.lengthMinutes, clinic: booked.clinicId}}
              className={buttonLook()}
            >
              {t('otherTime')}
            </Link>
          </Empty>
        </>
      )}
    </div>
  );
}

function Next({booked}: {booked: Booking}) {
  const {t} = useBookingWords();
  const {named} = useCodes();
  const place = useQuery(clinic(booked.clinicId)).data;
  const who = useQuery(therapist(booked.therapistId)).data;
  const save = () =>
    place &&
    download(
      `${booked.reference}.ics`,
      'text/calendar',
      calendarFile({
        id: booked.id,
        start: booked.start,
        end: booked.end,
        title: `${named('treatment', booked.treatment)} – ${who?.name ?? place.name}`,
        place: `${place.name}, ${place.address.street}, ${place.address.city}`,
        now: new Date(),
      }),
    );
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <Button onClick={save} disabled={!place}>
        {t('calendar')}
      </Button>
      {place && (
        <a
          className={buttonLook('ghost')}
          href={`https://www.openstreetmap.org/directions?to=${place.coordinates.latitude}%2C${place.coordinates.longitude}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('directions')}
          <span className="sr-only"> ({t('newTab')})</span>
        </a>
      )}
      <Undo booked={booked} />
    </div>
  );
}

/** For a slip of the finger: within three minutes of booking, and only while it costs nothing. */
function Undo({booked}: {booked: Booking}) {
  const {t} = useBookingWords();
  const client = useQueryClient();
  const [since] = useState(() => kept<number>(`booked:${booked.id}`) ?? 0);
  const left = since + UNDO - useNow();
  const undoing = useMutation({mutationFn: () => cancel(client, booked, 0)});
  if (undoing.isError) {
    return (
      <Notice tone="hold" live>
        <Failed error={undoing.error} />
      </Notice>
    );
  }
  if (left <= 0) return null;
  return (
    <Button look="plain" busy={undoing.isPending} onClick={() => undoing.mutate()}>
      <span className="tab-figures">{t('undo', {left: countdown(left)})}</span>
    </Button>
  );
}
