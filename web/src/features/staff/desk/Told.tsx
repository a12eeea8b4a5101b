import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {history} from '../../../api/bookings';
import {deliveryLog, resend, type LogEntry} from '../../../api/clinicDesk';
import type {Sitting} from '../../../api/desk';
import {when} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {classes} from '../../../ui/classes';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {Kept, useKeys} from '../saving';
import {useDeskWords} from './words';

/** "Why did she not get it?": each message about the booking, what became of it, and once more if wanted. */
export function Told({sitting}: {sitting: Sitting}) {
  const {t, language} = useDeskWords();
  const client = useQueryClient();
  const keyOf = useKeys();
  const [asked, setAsked] = useState(false);
  const answer = useQuery({...deliveryLog(sitting.clinicId, sitting.bookingId), enabled: asked});
  const sending = useMutation({mutationFn: ({deliveryId, delivery}: LogEntry) => resend(client, sitting.clinicId, deliveryId, keyOf([deliveryId, delivery.attempts, answer.data?.length]))});
  return (
    <details className="border-b border-line py-2" onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('told')}</summary>
      <Answered to={answer} shape="h-24">
        {(all) =>
          all.length === 0 ? (
            <p className="text-muted">{t('nothingTold')}</p>
          ) : (
            <ol className="divide-y divide-line">
              {all.map((one) => {
                const {delivery} = one;
                const what = t(`messages.${delivery.kind}`, {defaultValue: delivery.kind});
                return (
                  <li key={one.deliveryId} className="py-2">
                    <p className="flex flex-wrap justify-between gap-x-3">
                      <span>
                        <b>{what}</b> · {t(`channels.${delivery.channel}`)} · {delivery.recipient === 'client' ? t('toClient') : t('toClinic')}
                      </span>
                      <span className={classes('font-semibold', delivery.state === 'SENT' ? 'text-ok' : delivery.state === 'FAILED' ? 'text-stop' : 'text-muted')}>{t(`states.${delivery.state}`)}</span>
                    </p>
                    <p className="text-muted">
                      {when(delivery.sentAt ?? delivery.occurredAt, sitting.zone, language)}
                      {delivery.sentTo && ` · ${delivery.sentTo}`}
                    </p>
                    {(one.providerSays ?? delivery.reason) && <p lang="en">{one.providerSays ?? delivery.reason}</p>}
                    {(delivery.state === 'SENT' || delivery.state === 'FAILED' || delivery.state === 'SKIPPED') && (
                      <Button look="plain" className="!px-0" busy={sending.isPending && sending.variables === one} onClick={() => sending.mutate(one)}>
                        {t('again')} <span className="sr-only">{what}</span>
                      </Button>
                    )}
                  </li>
                );
              })}
            </ol>
          )
        }
      </Answered>
      <Kept when={sending.isSuccess}>{t('onItsWay')}</Kept>
      {sending.isError && <Refused error={sending.error} zone={sitting.zone} onClose={sending.reset} />}
    </details>
  );
}

/** All that has happened to a booking: when, by whom, and what became different. */
export function Happened({sitting}: {sitting: Sitting}) {
  const {t, language} = useDeskWords();
  const [asked, setAsked] = useState(false);
  const answer = useQuery({...history(sitting.bookingId), enabled: asked});
  const spoken = (value: string | undefined) => (value && /^\d{4}-\d{2}-\d{2}T/.test(value) ? when(value, sitting.zone, language) : (value ?? '–'));
  return (
    <details className="border-b border-line py-2" onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('happened')}</summary>
      <Answered to={answer} shape="h-24">
        {(all) => (
          <ol className="divide-y divide-line">
            {(all as unknown as HappenedTo[]).map((one) => (
              <li key={one.version} className="py-2">
                <p>
                  <b>{t(`events.${one.event}`, {defaultValue: one.event})}</b> · {t(`actors.${one.actor}`)}
                </p>
                <p className="text-muted">{when(one.at, sitting.zone, language)}</p>
                {one.version > 1 && (
                  <ul>
                    {one.differences
                      .filter(({field}) => field === 'start' || field === 'therapistId' || field === 'roomId' || field === 'status' || field.startsWith('fee'))
                      .map(({field, before, after}) => (
                        <li key={field}>
                          {t(`fields.${field}`, {defaultValue: field})}: {field.endsWith('Id') ? t('another') : `${spoken(before)} → ${spoken(after)}`}
                        </li>
                      ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </details>
  );
}

type HappenedTo = {version: number; event: string; at: string; actor: string; differences: {field: string; before?: string; after?: string}[]};
