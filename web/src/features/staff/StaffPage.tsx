import type {ReactNode} from 'react';
import {useQuery} from '@tanstack/react-query';
import {Link, Navigate, Outlet, useLocation, useSearch} from '@tanstack/react-router';
import {clinics} from '../../api/catalogue';
import {me, type Membership} from '../../api/desk';
import {session, signInAt} from '../../api/session';
import {buttonLook} from '../../ui/Button';
import {classes} from '../../ui/classes';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {useLive} from './useLive';
import {useStaffWords} from './words';

export type Place = {
  clinicId: string;
  zone: string;
  name: string;
  therapistId: string | undefined;
  desk: boolean;
  admin: boolean;
  /** Looks after the platform, and so after every clinic. */
  platform: boolean;
};

/** Where the person before the screen works, and as what. Undefined until that is known. */
export function usePlace(): Place | undefined {
  const {clinic} = useSearch({from: '/staff'});
  const here = useQuery(session).data;
  const mine = useQuery({...me, enabled: here?.signedIn === true}).data;
  const all = useQuery(clinics).data;
  if (!mine || !all) return undefined;
  const memberships = membershipsOf(mine, all);
  const chosen = memberships.find(({clinicId}) => clinicId === clinic) ?? memberships[0];
  const known = all.find(({id}) => id === chosen?.clinicId);
  if (!chosen || !known) return undefined;
  const admin = mine.platformAdmin || chosen.roles.includes('CLINIC_ADMIN');
  return {
    clinicId: known.id,
    zone: known.zone,
    name: known.name,
    therapistId: chosen.roles.includes('THERAPIST') ? chosen.therapistId : undefined,
    desk: admin || chosen.roles.includes('DESK'),
    admin,
    platform: mine.platformAdmin,
  };
}

/** Who looks after the platform is at home at every clinic. */
function membershipsOf({memberships, platformAdmin}: {memberships: Membership[]; platformAdmin: boolean}, all: {id: string}[]): Membership[] {
  if (!platformAdmin) return memberships;
  const others = all.filter(({id}) => !memberships.some(({clinicId}) => clinicId === id));
  return [...memberships, ...others.map(({id}): Membership => ({clinicId: id, roles: []}))];
}

const link = 'inline-flex min-h-11 items-center border-b-2 border-transparent px-1 whitespace-nowrap text-muted hover:text-ink';
const onLink = {className: '!border-primary font-semibold !text-ink'};
const row = 'flex gap-x-4 overflow-x-auto';

/** The pages that somebody may open; those of one section stand in a second row. */
function sectionsOf(place: Place) {
  const treats = place.therapistId !== undefined;
  return [
    {section: 'today', to: '/staff/today', may: treats, pages: []},
    {section: 'week', to: '/staff/week', may: treats, pages: []},
    {section: 'month', to: '/staff/month', may: treats, pages: []},
    {section: 'calendar', to: '/staff/calendar', may: place.desk, pages: []},
    {section: 'search', to: '/staff/search', may: place.desk, pages: []},
    {section: 'waitlist', to: '/staff/waitlist', may: place.desk, pages: []},
    {section: 'vouchers', to: '/staff/vouchers', may: place.desk, pages: []},
    {section: 'hours', to: '/staff/hours', may: treats || place.desk, pages: []},
    {
      section: 'practice',
      to: '/staff/practice/licences',
      may: treats,
      pages: [
        {page: 'licences', to: '/staff/practice/licences'},
        {page: 'prices', to: '/staff/practice/prices'},
        {page: 'reviews', to: '/staff/practice/reviews'},
        {page: 'feed', to: '/staff/practice/feed'},
        {page: 'notices', to: '/staff/practice/notices'},
      ],
    },
    {
      section: 'clinicPages',
      to: '/staff/clinic/licences',
      may: place.admin,
      pages: [
        {page: 'queue', to: '/staff/clinic/licences'},
        {page: 'policy', to: '/staff/clinic/policy'},
        {page: 'opening', to: '/staff/clinic/opening'},
        {page: 'rooms', to: '/staff/clinic/rooms'},
        {page: 'treatments', to: '/staff/clinic/treatments'},
        {page: 'team', to: '/staff/clinic/team'},
        {page: 'messages', to: '/staff/clinic/messages'},
        {page: 'webhooks', to: '/staff/clinic/webhooks'},
      ],
    },
    {section: 'reports', to: '/staff/reports', may: place.admin, pages: []},
    {
      section: 'platform',
      to: '/staff/platform/health',
      may: place.platform,
      pages: [
        {page: 'health', to: '/staff/platform/health'},
        {page: 'letters', to: '/staff/platform/letters'},
        {page: 'moderation', to: '/staff/platform/reviews'},
      ],
    },
  ] as const;
}

function Pages({place}: {place: Place}) {
  const {t} = useStaffWords();
  const {pathname} = useLocation();
  const sections = sectionsOf(place).filter(({may}) => may);
  const here = sections.find(({pages}) => pages.some(({to}) => to === pathname));
  return (
    <>
      <nav aria-label={t('title')} className={row}>
        {sections.map(({section, to, pages}) => (
          <Link key={section} to={to} search={keepClinic} className={classes(link, pages.some((one) => one.to === pathname) && onLink.className)} activeProps={onLink}>
            {t(section)}
          </Link>
        ))}
      </nav>
      {here && (
        <nav aria-label={t(here.section)} className={classes(row, 'w-full border-t border-line')}>
          {here.pages.map(({page, to}) => (
            <Link key={page} to={to} search={keepClinic} className={link} activeProps={onLink}>
              {t(`pages.${page}`)}
            </Link>
          ))}
        </nav>
      )}
    </>
  );
}

/** What stands around the pages of those who work here. */
export default function StaffPage() {
  const {t} = useStaffWords();
  const here = useQuery(session);
  const mine = useQuery({...me, enabled: here.data?.signedIn === true});
  const all = useQuery(clinics);
  const place = usePlace();
  const {href} = useLocation();
  useLive(place);
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
  if (mine.data && !mine.data.platformAdmin && mine.data.memberships.length === 0) {
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
      <div className="mb-4 flex flex-wrap items-center gap-x-5 border-b border-line">
        <Where clinics={mine.data && all.data ? membershipsOf(mine.data, all.data) : []} names={new Map(all.data?.map(({id, name}) => [id, name]))} place={place} />
        <Pages place={place} />
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

function Where({clinics: memberships, names, place}: {clinics: Membership[]; names: Map<string, string>; place: Place}) {
  const {t} = useStaffWords();
  if (memberships.length < 2) return <p className="font-serif text-lg font-semibold">{place.name}</p>;
  return (
    <nav aria-label={t('clinic')} className="flex flex-wrap gap-x-3">
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
