import {useState, type FormEvent} from 'react';
import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import type {Booking} from '../../../api/bookings';
import {flagged, search, statusOf} from '../../../api/clinicDesk';
import {useCodes} from '../../../lib/codes';
import {useKept} from '../../../lib/kept';
import {dateOf, when} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {Field} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Empty} from '../../../ui/States';
import {Answered} from '../Answered';
import {usePlace, type Place} from '../StaffPage';
import {useStaffWords} from '../words';
import {useDeskWords} from './words';

/** Who rings is found in the whole book; and what no longer fits is seen before somebody rings. */
export default function SearchPage() {
  const {t} = useDeskWords();
  const place = usePlace();
  // A name is nobody's business but the desk's: it stands in no address.
  const [asked, setAsked] = useKept('desk-search', '');
  const [words, setWords] = useState(asked);
  if (!place?.desk) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(words.trim());
  };
  return (
    <div className="max-w-3xl">
      <PageTitle title={t('search')} hidden />
      <form role="search" className="mb-4 flex items-end gap-3" onSubmit={submit}>
        <div className="grow">
          <Field label={t('who')} type="search" minLength={2} maxLength={100} required value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        <Button type="submit">{t('find')}</Button>
      </form>
      {asked.length >= 2 ? <Found place={place} words={asked} /> : <NoLongerFits place={place} />}
    </div>
  );
}

function Found({place, words}: {place: Place; words: string}) {
  const {t} = useDeskWords();
  const answer = useQuery(search(place.clinicId, words));
  return (
    <Answered to={answer}>
      {({bookings, truncated}) =>
        bookings.length === 0 ? (
          <Empty title={t('nobody', {words})}>
            <p>{t('nobodyHint')}</p>
          </Empty>
        ) : (
          <>
            <p role="status" className="mb-2 text-muted">
              {truncated ? t('more', {count: bookings.length}) : t('found', {count: bookings.length})}
            </p>
            <ul className="card divide-y divide-line">
              {bookings.map(({booking, name, phone}) => (
                <Line key={booking.id} booking={booking} name={name} below={phone} />
              ))}
            </ul>
          </>
        )
      }
    </Answered>
  );
}

function NoLongerFits({place}: {place: Place}) {
  const {t} = useDeskWords();
  const answer = useQuery(flagged(place.clinicId));
  return (
    <Answered to={answer}>
      {(all) =>
        all.length === 0 ? (
          <Empty title={t('allFits')}>
            <p>{t('allFitsHint')}</p>
          </Empty>
        ) : (
          <section aria-labelledby="flagged">
            <h2 id="flagged" className="mb-2 !text-lg">
              {t('flagged')}
            </h2>
            <ul className="card divide-y divide-line">
              {all.map(({booking, flags}) => (
                <Line key={booking.id} booking={booking} below={flags.map((flag) => t(`flags.${flag}`)).join(', ')} />
              ))}
            </ul>
          </section>
        )
      }
    </Answered>
  );
}

/** Leads to the day with the booking open on it. */
function Line({booking, name, below}: {booking: Booking; name?: string; below: string | undefined}) {
  const staff = useStaffWords();
  const {named} = useCodes();
  return (
    <li>
      <Link
        to="/staff/calendar"
        search={({clinic}: {clinic?: string}) => ({clinic, date: dateOf(booking.start, booking.zone), open: `${booking.id}/1`, find: booking.reference})}
        className="grid gap-x-4 p-4 hover:bg-tint sm:grid-cols-[1fr_auto]"
      >
        <b>{name ?? booking.reference}</b>
        <span className="text-muted">{staff.t(`status.${statusOf(booking)}`)}</span>
        <span>
          {when(booking.start, booking.zone, staff.language)} · {named('treatment', booking.treatment)}
        </span>
        <span className="tab-figures text-muted">{[name !== undefined && booking.reference, below].filter(Boolean).join(' · ')}</span>
      </Link>
    </li>
  );
}
