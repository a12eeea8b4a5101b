import {useQuery} from '@tanstack/react-query';
import {clinic, therapist} from '../../api/catalogue';
import {useCodes} from '../../lib/codes';
import {money, type Money} from '../../lib/money';
import {day, differ, hour, visitorsZone, when} from '../../lib/time';
import {Facts} from '../../ui/Bits';
import {Skeleton} from '../../ui/States';
import {useBookingWords} from './words';

/** What is being booked: a slot before, a booking after. */
export type Subject = {
  therapistId: string;
  clinicId: string;
  treatment: string;
  lengthMinutes: number;
  start: string;
  reference?: string;
  price?: Money;
  visit?: {sessions: {number: number; companion: boolean; therapistId: string; treatment: string; lengthMinutes: number}[]};
};

export function Summary({of}: {of: Subject}) {
  const {t, language} = useBookingWords();
  const {named} = useCodes();
  const who = useQuery(therapist(of.therapistId));
  const place = useQuery(clinic(of.clinicId));
  if (!place.data) return <Skeleton className="h-56" />;
  const zone = place.data.zone;
  const mine = visitorsZone();
  const end = new Date(new Date(of.start).getTime() + of.lengthMinutes * 60_000);
  const price =
    of.price ??
    who.data?.offers.find(
      (offer) => offer.clinicId === of.clinicId && offer.treatment === of.treatment && offer.lengthMinutes === of.lengthMinutes,
    )?.price;
  return (
    <>
      <h2 className="text-xl">{day(of.start, zone, language)}</h2>
      <Facts
        facts={[
          [
            t('time'),
            <span key="time" className="tab-figures">
              {hour(of.start, zone, language)}–{hour(end, zone, language)}
              {differ(mine, zone, of.start) && (
                <span className="block text-sm text-muted">{t('yours', {when: when(of.start, mine, language)})}</span>
              )}
            </span>,
          ],
          [t('with'), who.data?.name ?? '…'],
          [t('what'), `${named('treatment', of.treatment)}, ${t('minutes', {minutes: of.lengthMinutes})}`],
          [
            t('where'),
            <span key="where">
              {place.data.name}
              <span className="block text-sm text-muted">
                {place.data.address.street}, {place.data.address.city}
              </span>
            </span>,
          ],
          [
            t('price'),
            <span key="price">
              {price && <b>{money(price, language)}</b>}, {t('atClinic')}
            </span>,
          ],
          ...(of.visit?.sessions ?? [])
            .filter(({companion}) => companion)
            .map((one): [string, React.ReactNode] => [t('beside'), <Beside key={one.number} session={one} />]),
          ...(of.reference ? [[t('reference'), <b key="reference">{of.reference}</b>] as [string, React.ReactNode]] : []),
        ]}
      />
    </>
  );
}

function Beside({session}: {session: {therapistId: string; treatment: string; lengthMinutes: number}}) {
  const {t} = useBookingWords();
  const {named} = useCodes();
  const who = useQuery(therapist(session.therapistId));
  return (
    <>
      {named('treatment', session.treatment)}, {t('minutes', {minutes: session.lengthMinutes})}
      <span className="block text-sm text-muted">{who.data?.name ?? '…'}</span>
    </>
  );
}
