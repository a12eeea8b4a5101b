import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {takeOffWaitlist, waitlist, type Place as Waiting} from '../../../api/clinicDesk';
import {useCodes} from '../../../lib/codes';
import {shortDay, when} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {PageTitle} from '../../../ui/Page';
import {Empty} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {useRotaWords} from '../rota/words';
import {usePlace} from '../StaffPage';
import {useDeskWords} from './words';

/** Who waits for a free hour, in the order in which they are asked. */
export default function WaitlistPage() {
  const {t, language} = useDeskWords();
  const rota = useRotaWords();
  const {named} = useCodes();
  const place = usePlace();
  const client = useQueryClient();
  const answer = useQuery({...waitlist(place?.clinicId ?? ''), enabled: place?.desk === true});
  const taking = useMutation({mutationFn: (one: Waiting) => takeOffWaitlist(client, one)});
  if (!place?.desk) return null;
  const dates = (from: string, until: string) => [...new Set([from, until])].map((date) => shortDay(`${date}T12:00:00Z`, 'UTC', language)).join(' – ');
  return (
    <div className="max-w-3xl">
      <PageTitle title={t('waitlist')} hidden />
      {taking.isError && <Refused error={taking.error} zone={place.zone} onClose={taking.reset} />}
      <Answered to={answer}>
        {({entries, order, offerMinutes}) =>
          entries.length === 0 ? (
            <Empty title={t('nobodyWaits')}>
              <p>{t('nobodyWaitsHint')}</p>
            </Empty>
          ) : (
            <>
              <p className="mb-3 text-muted">
                {t(`orders.${order}`)} {t('offered', {minutes: offerMinutes})}
              </p>
              <ol className="card divide-y divide-line">
                {entries.map((one) => {
                  const {entry, client: who} = one;
                  return (
                    <li key={entry.id} className="grid gap-1 p-4 sm:grid-cols-[2rem_1fr_auto]">
                      <span className="tab-figures font-semibold text-muted">{one.position}</span>
                      <span>
                        <b>{who.name || t('nameUnknown')}</b>{' '}
                        {who.phone && (
                          <a className="link" href={`tel:${who.phone}`}>
                            {who.phone}
                          </a>
                        )}
                        <span className="block">
                          {named('treatment', entry.treatment)}, {entry.lengthsMinutes.join('/')} min · {dates(entry.from, entry.until)}
                          {entry.daysOfWeek.length > 0 && ` · ${entry.daysOfWeek.map((day) => rota.t(`days.${day}`)).join(', ')}`}
                          {entry.partsOfDay.length > 0 && ` · ${entry.partsOfDay.map((part) => named('part', part)).join(', ')}`}
                        </span>
                        {entry.offer ? (
                          <span className="mt-1 block rounded-lg bg-clay-tint p-2">
                            {t('isOffered', {when: when(entry.offer.start, place.zone, language), with: entry.offer.therapistName, until: when(entry.offer.until, place.zone, language)})}
                          </span>
                        ) : (
                          <span className="block text-muted">{t('since', {when: when(entry.joinedAt, place.zone, language)})}</span>
                        )}
                      </span>
                      {entry.state === 'WAITING' && (
                        <Button look="plain" busy={taking.isPending && taking.variables === one} onClick={() => taking.mutate(one)}>
                          {t('takeOff')} <span className="sr-only">{who.name}</span>
                        </Button>
                      )}
                    </li>
                  );
                })}
              </ol>
            </>
          )
        }
      </Answered>
    </div>
  );
}
