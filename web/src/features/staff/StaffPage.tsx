import type {ReactNode} from 'react';
import {useQuery} from '@tanstack/react-query';
import {Link, Navigate, Outlet, useLocation, useSearch} from '@tanstack/react-router';
import {clinics} from '../../api/catalogue';
import {me, type Membership} from '../../api/desk';
import {session, signInAt} from '../../api/session';
import {buttonLook} from '../../ui/Button';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {useStaffWords} from './words';

export type Place = {clinicId: string; zone: string; name: string; therapistId: string | undefined; desk: boolean; admin: boolean};

/** Where the person before the screen works, and as what. Undefined until that is known. */
export function usePlace(): Place | undefined {
  const {clinic} = useSearch({from: '/staff'});
  const mine = useQuery(me).data?.memberships;
  const all = useQuery(clinics).data;
  const here = mine?.find(({clinicId}) => clinicId === clinic) ?? mine?.[0];
  const known = all?.find(({id}) => id === here?.clinicId);
  if (!here || !known) return undefined;
  const admin = here.roles.includes('CLINIC_ADMIN');
  return {
    clinicId: known.id,
    zone: known.zone,
    name: known.name,
    therapistId: here.roles.includes('THERAPIST') ? here.therapistId : undefined,
    desk: admin || here.roles.includes('DESK'),
    admin,
  };
}

const link = 'inline-flex min-h-11 items-center border-b-2 border-transparent px-1 text-muted hover:text-ink';
const onLink = {className: '!border-primary font-semibold !text-ink'};

/** What stands around the pages of those who work here. */
export default function StaffPage() {
  const {t} = useStaffWords();
  const here = useQuery(session);
  const mine = useQuery({...me, enabled: here.data?.signedIn === true});
  const all = useQuery(clinics);
  const place = usePlace();
  const {href} = useLocation();
  if (here.data && !here.data.signedIn) {
    return (
      <Alone title={t('title')}>
        <Empty title={t('signInFirst')}>
          <a className={buttonLook()} href={signInAt(href)}>
            {t('signIn')}
          </a>
        </Empty>
      </Alone>
    );
  }
  const failed = [here, mine, all].find(({isError}) => isError);
  if (failed) return <Alone title={t('title')}><Failed error={failed.error!} retry={() => void failed.refetch()} /></Alone>;
  if (mine.data?.memberships.length === 0) {
    return (
      <Alone title={t('title')}>
        <Empty title={t('notStaff')}>
          <p>{t('notStaffHint')}</p>
        </Empty>
      </Alone>
    );
  }
  if (!place) {
    return (
      <Loading>
        <Skeleton className="mb-4 h-11" />
        <Skeleton className="h-[60dvh]" />
      </Loading>
    );
  }
  return (
    <div className="pb-8 text-[0.92rem]">
      <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-line">
        <Where memberships={mine.data?.memberships ?? []} names={new Map(all.data?.map(({id, name}) => [id, name]))} place={place} />
        <nav aria-label={t('title')} className="flex flex-wrap gap-x-4">
          {place.therapistId && (
            <>
              <Link to="/staff/today" search={keepClinic} className={link} activeProps={onLink}>
                {t('today')}
              </Link>
              <Link to="/staff/week" search={keepClinic} className={link} activeProps={onLink}>
                {t('week')}
              </Link>
            </>
          )}
          {place.desk && (
            <Link to="/staff/calendar" search={keepClinic} className={link} activeProps={onLink}>
              {t('calendar')}
            </Link>
          )}
          {place.admin && (
            <Link to="/staff/reports" search={keepClinic} className={link} activeProps={onLink}>
              {t('reports')}
            </Link>
          )}
        </nav>
      </div>
      <Outlet />
    </div>
  );
}

const keepClinic = ({clinic}: {clinic?: string | undefined}) => ({clinic});

function Alone({title, children}: {title: string; children: ReactNode}) {
  return (
    <div className="mx-auto max-w-xl py-8">
      <PageTitle title={title} hidden />
      {children}
    </div>
  );
}

function Where({memberships, names, place}: {memberships: Membership[]; names: Map<string, string>; place: Place}) {
  const {t} = useStaffWords();
  if (memberships.length < 2) return <p className="font-serif text-lg font-semibold">{place.name}</p>;
  return (
    <nav aria-label={t('clinic')} className="flex gap-3">
      {memberships.map(({clinicId}) => (
        <Link key={clinicId} to="/staff" search={{clinic: clinicId}} className={link} aria-current={clinicId === place.clinicId ? 'true' : undefined}>
          {names.get(clinicId) ?? clinicId}
        </Link>
      ))}
    </nav>
  );
}

/** Each begins where their work is. */
export function FirstPage() {
  const place = usePlace();
  if (!place) return null;
  return <Navigate to={place.therapistId ? '/staff/today' : '/staff/calendar'} search={keepClinic} replace />;
}
