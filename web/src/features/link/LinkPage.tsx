import {useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, Navigate, useLocation} from '@tanstack/react-router';
import {open} from '../../api/guest';
import {Problem} from '../../api/problem';
import {buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {useLinkWords} from './words';

/** Where the links in mails lead: to a booking, a series or a place on the waitlist. What is behind # is seen by no server. */
export default function LinkPage() {
  const {t} = useLinkWords();
  const {hash} = useLocation();
  const client = useQueryClient();
  const opened = useQuery({queryKey: ['link', hash], queryFn: () => open(client, hash), enabled: hash !== '', staleTime: Infinity, gcTime: 0});
  if (opened.data) {
    const {bookingId, seriesId, waitlistEntryId} = opened.data;
    if (bookingId) return <Navigate to="/visits/$bookingId" params={{bookingId}} replace />;
    if (seriesId) return <Navigate to="/series/$seriesId" params={{seriesId}} replace />;
    if (waitlistEntryId) return <Navigate to="/waitlist/$placeId" params={{placeId: waitlistEntryId}} replace />;
  }
  const over = opened.error instanceof Problem && (opened.error.status === 404 || opened.error.status === 400);
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <PageTitle title={t('title')} hidden={hash === '' || over} />
      <div className="mt-6">
        {hash !== '' && opened.isPending && (
          <Loading>
            <Skeleton className="h-80" />
          </Loading>
        )}
        {(hash === '' || over) && (
          <Empty title={hash === '' ? t('none') : t('over')}>
            {over && <p>{t('overHint')}</p>}
            <Link to="/" className={buttonLook('ghost')}>
              {t('home')}
            </Link>
          </Empty>
        )}
        {opened.isError && !over && <Failed error={opened.error} retry={() => void opened.refetch()} />}
      </div>
    </div>
  );
}
