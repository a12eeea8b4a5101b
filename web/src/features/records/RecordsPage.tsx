import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {own} from '../../api/bookings';
import {signInAt} from '../../api/session';
import {useCodes} from '../../lib/codes';
import {day, visitorsZone, when} from '../../lib/time';
import {buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {disclosures, sessions} from './api';
import {PainChart} from './PainChart';
import {useRecordWords} from './words';

export default function RecordsPage() {
  const {t} = useRecordWords();
  const mine = useQuery(own);
  const clientId = mine.data?.clientId;
  return (
    <div className="mx-auto max-w-3xl pb-11 pt-6">
      <p className="mb-3">
        <Link to="/visits" className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <PageTitle title={t('title')} />
      <p className="mt-2 text-muted">{t('lead')}</p>
      <div className="mt-7 flex flex-col gap-9">
        {mine.isPending && (
          <Loading>
            <Skeleton className="h-64" />
          </Loading>
        )}
        {mine.isError && <Failed error={mine.error} retry={() => void mine.refetch()} signIn={signInAt('/records')} />}
        {mine.data && !clientId && (
          <Empty title={t('nothing')}>
            <p>{t('nothingHint')}</p>
            <Link to="/" className={buttonLook()}>
              {t('find')}
            </Link>
          </Empty>
        )}
        {clientId && (
          <>
            <section>
              <h2 className="mb-1">{t('intake')}</h2>
              <p className="mb-3 text-muted">{t('intakeLead')}</p>
              <Link to="/intake" className={buttonLook('ghost')}>
                {t('openIntake')}
              </Link>
            </section>
            <Pain clientId={clientId} />
            <section>
              <h2 className="mb-1">{t('vouchers')}</h2>
              <Link to="/vouchers" className="link inline-flex min-h-11 items-center">
                {t('openVouchers')}
              </Link>
            </section>
            <Readings clientId={clientId} />
            <section>
              <h2 className="mb-1">{t('export')}</h2>
              <p className="mb-3 text-muted">{t('exportLead')}</p>
              <p className="flex flex-wrap gap-3">
                <a className={buttonLook('ghost')} href={`/api/v1/clients/${clientId}/export?format=HTML`} download="rhomboid.html">
                  {t('exportRead')}
                </a>
                <a className={buttonLook('ghost')} href={`/api/v1/clients/${clientId}/export`} download="rhomboid.json">
                  {t('exportData')}
                </a>
              </p>
            </section>
            <section>
              <h2 className="mb-1">{t('forget')}</h2>
              <p className="mb-3 text-muted">{t('forgetLead')}</p>
              <Link to="/forget" className={buttonLook('ghost')}>
                {t('openForget')}
              </Link>
            </section>
          </>
        )}
      </div>
    </div>
  );
}

function Pain({clientId}: {clientId: string}) {
  const {t, language} = useRecordWords();
  const {named} = useCodes();
  const found = useQuery(sessions(clientId));
  const all = [...(found.data ?? [])].sort((a, b) => a.start.localeCompare(b.start));
  return (
    <section>
      <h2 className="mb-3">{t('pain')}</h2>
      {found.isPending && <Skeleton className="h-48" />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data && all.length === 0 && <p className="text-muted">{t('painNone')}</p>}
      {all.length > 0 && (
        <>
          <PainChart sessions={all} />
          <div className="relative mt-4 overflow-x-auto">
            <table className="w-full text-start text-sm">
              <thead>
                <tr className="border-b border-line">
                  {['session', 'before', 'after', 'done', 'care'].map((column) => (
                    <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {all.map((one) => (
                  <tr key={one.bookingId + one.session} className="border-b border-line align-top">
                    <th scope="row" className="py-2 pe-4 text-start font-normal">
                      {day(one.start, visitorsZone(), language)}
                    </th>
                    <td className="tab-figures py-2 pe-4">{one.painBefore ?? '–'}</td>
                    <td className="tab-figures py-2 pe-4">{one.painAfter ?? '–'}</td>
                    <td className="py-2 pe-4">
                      {one.technique && named('treatment', one.technique)}
                      {(one.areas ?? []).map((area) => ` · ${named('area', area)}`)}
                    </td>
                    <td className="py-2">{(one.selfCare ?? []).join(', ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Readings({clientId}: {clientId: string}) {
  const {t, language} = useRecordWords();
  const found = useQuery(disclosures(clientId));
  return (
    <section>
      <h2 className="mb-1">{t('access')}</h2>
      <p className="mb-3 text-muted">{t('accessLead')}</p>
      {found.isPending && <Skeleton className="h-32" />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className="text-muted">{t('accessNone')}</p>}
      {found.data && found.data.length > 0 && (
        <div className="relative overflow-x-auto">
          <table className="w-full text-sm">
            <thead>
              <tr className="border-b border-line">
                {['accessWhen', 'accessWho', 'accessWhat'].map((column) => (
                  <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.data.map((one) => (
                <tr key={one.number} className="border-b border-line">
                  <td className="tab-figures py-2 pe-4">{when(one.at, visitorsZone(), language)}</td>
                  <td className="py-2 pe-4">
                    {t(`roles.${one.role}`)} <span className="text-muted">({t(`grounds.${one.ground}`)})</span>
                  </td>
                  <td className="py-2">
                    {t(`things.${one.what}`, {defaultValue: one.what})}
                    {one.words && <span className="block text-muted">“{one.words}”</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
