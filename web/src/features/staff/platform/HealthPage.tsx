import {useQueries, useQuery} from '@tanstack/react-query';
import {health, invariants, PARTS} from '../../../api/platform';
import {when} from '../../../lib/time';
import {Facts} from '../../../ui/Bits';
import {classes} from '../../../ui/classes';
import {PageTitle} from '../../../ui/Page';
import {Notice, Skeleton} from '../../../ui/States';
import {Answered} from '../Answered';
import {usePlace} from '../StaffPage';
import {usePlatformWords} from './words';

/** Whether each part answers, and whether the book keeps its promises. */
export default function HealthPage() {
  const {t, language} = usePlatformWords();
  const place = usePlace();
  const parts = useQueries({queries: PARTS.map((part) => ({...health(part), enabled: place?.platform === true}))});
  const looked = useQuery({...invariants, enabled: place?.platform === true});
  if (!place?.platform) return null;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <PageTitle title={t('health')} hidden />
      <section className="card p-4" aria-labelledby="parts">
        <h2 id="parts" className="!text-lg">
          {t('parts')}
        </h2>
        <p className="mb-3 text-muted">{t('partsHint')}</p>
        <ul className="divide-y divide-line">
          {parts.map(({data}, index) => (
            <li key={PARTS[index]} className="flex min-h-11 items-center justify-between gap-3 py-1.5">
              <b>{t(`part.${PARTS[index]}`)}</b>
              {data ? (
                <span className="flex items-center gap-3">
                  <span className="tab-figures text-muted">{t('millis', {millis: data.millis})}</span>
                  <span className={classes('rounded-full px-3 py-0.5 text-sm font-semibold', data.well ? 'bg-ok-tint text-ok' : 'bg-stop-tint text-stop')}>
                    {data.well ? t('well') : data.status === 0 ? t('away') : t('ill', {status: data.status})}
                  </span>
                </span>
              ) : (
                <Skeleton className="h-5 w-24" />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="card p-4" aria-labelledby="promises">
        <h2 id="promises" className="!text-lg">
          {t('promises')}
        </h2>
        <p className="mb-3 text-muted">{t('promisesHint')}</p>
        <Answered to={looked} shape="h-40">
          {({report, running}) =>
            report ? (
              <>
                <Notice tone={report.healthy ? 'ok' : 'stop'} title={report.healthy ? t('allKept') : t('broken', {count: Object.values(report.counts).reduce((sum, count) => sum + count, 0)})}>
                  {!report.healthy && (
                    <ul className="mt-2 grid gap-1">
                      {report.violations.map(({invariant, detail}, index) => (
                        <li key={index}>
                          <b>{invariant}</b> <span lang="en">{detail}</span>
                        </li>
                      ))}
                    </ul>
                  )}
                </Notice>
                <Facts
                  facts={[
                    [t('lookedAt'), when(report.at, place.zone, language)],
                    [t('checked'), <span className="tab-figures">{new Intl.NumberFormat(language).format(report.checked)}</span>],
                    [t('untold'), t('seconds', {count: report.oldestUntoldSeconds})],
                  ]}
                />
                {running && <p role="status">{t('looking')}</p>}
              </>
            ) : (
              <p role="status">{t('looking')}</p>
            )
          }
        </Answered>
      </section>
    </div>
  );
}
