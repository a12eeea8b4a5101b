import {createRootRoute, createRoute, createRouter, lazyRouteComponent} from '@tanstack/react-router';
import {z} from 'zod/mini';
import {timesSearch} from '../features/availability/search';
import {forgetSearch} from '../features/account/search';
import {bookSearch} from '../features/booking/search';
import {coupleSearch} from '../features/couple/search';
import {planSearch} from '../features/plan/search';
import {seriesSearch} from '../features/series/search';
import {calendarSearch, hoursSearch, reportSearch, staffSearch} from '../features/staff/search';
import {listSearch, profileSearch} from '../features/therapists/search';
import {moveSearch} from '../features/visits/search';
import {joinSearch} from '../features/waitlist/search';
import {EMBED, isEmbedded} from '../lib/embed';
import {spoken} from '../lib/words';
import {Layout} from './Layout';
import {Crashed, NotThere} from './NotThere';

// Each page is loaded when somebody goes there, and already while they point at a link to it; with what it says in the
// visitor's language.
const page = <T extends Record<string, unknown>>(load: () => Promise<T>, name?: keyof T) =>
  lazyRouteComponent(() => load().then((loaded) => spoken().then(() => loaded)), name as string);

const root = createRootRoute({
  component: Layout,
  notFoundComponent: NotThere,
  errorComponent: Crashed,
  validateSearch: z.object({'sign-in': z.optional(z.catch(z.optional(z.string()), undefined))}),
});

// Those who work at a clinic have pages of their own, of which clients load nothing.
const staff = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  validateSearch: staffSearch,
  component: page(() => import('../features/staff/StaffPage')),
});
const staffPages = [
  createRoute({
    getParentRoute: () => staff,
    path: '/',
    component: page(() => import('../features/staff/StaffPage'), 'FirstPage'),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/today',
    component: page(() => import('../features/staff/TodayPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/week',
    component: page(() => import('../features/staff/WeekPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/calendar',
    validateSearch: calendarSearch,
    component: page(() => import('../features/staff/CalendarPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/month',
    component: page(() => import('../features/staff/MonthPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/reports',
    validateSearch: reportSearch,
    component: page(() => import('../features/staff/ReportsPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/search',
    component: page(() => import('../features/staff/desk/SearchPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/waitlist',
    component: page(() => import('../features/staff/desk/WaitlistPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/vouchers',
    component: page(() => import('../features/staff/desk/VouchersPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/hours',
    validateSearch: hoursSearch,
    component: page(() => import('../features/staff/rota/RotaPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/licences',
    component: page(() => import('../features/staff/practice/LicencesPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/prices',
    component: page(() => import('../features/staff/practice/PricesPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/reviews',
    component: page(() => import('../features/staff/practice/ReviewsPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/feed',
    component: page(() => import('../features/staff/practice/FeedPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/notices',
    component: page(() => import('../features/staff/practice/NoticesPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/licences',
    component: page(() => import('../features/staff/clinic/QueuePage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/policy',
    component: page(() => import('../features/staff/clinic/PolicyPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/opening',
    component: page(() => import('../features/staff/clinic/OpeningPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/rooms',
    component: page(() => import('../features/staff/clinic/RoomsPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/treatments',
    component: page(() => import('../features/staff/clinic/TreatmentsPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/team',
    component: page(() => import('../features/staff/clinic/TeamPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/messages',
    component: page(() => import('../features/staff/clinic/MessagesPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/webhooks',
    component: page(() => import('../features/staff/clinic/WebhooksPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/platform/health',
    component: page(() => import('../features/staff/platform/HealthPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/platform/letters',
    component: page(() => import('../features/staff/platform/LettersPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/platform/reviews',
    component: page(() => import('../features/staff/platform/ModerationPage')),
  }),
] as const;

const children = [
  staff.addChildren(staffPages),
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: page(() => import('../features/guide/LandingPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/advice',
    component: page(() => import('../features/guide/AdvicePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/therapists',
    validateSearch: listSearch,
    component: page(() => import('../features/therapists/ListPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/therapists/$therapistId',
    validateSearch: profileSearch,
    component: page(() => import('../features/therapists/ProfilePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/therapists/$therapistId/times',
    validateSearch: timesSearch,
    component: page(() => import('../features/availability/TimesPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/book',
    validateSearch: bookSearch,
    component: page(() => import('../features/booking/HoldPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/book/$bookingId',
    component: page(() => import('../features/booking/DetailsPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/booked/$bookingId',
    component: page(() => import('../features/booking/BookedPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits',
    component: page(() => import('../features/visits/VisitsPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits/$bookingId',
    component: page(() => import('../features/visits/VisitPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits/$bookingId/move',
    validateSearch: moveSearch,
    component: page(() => import('../features/visits/MovePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/records',
    component: page(() => import('../features/records/RecordsPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/intake',
    component: page(() => import('../features/intake/IntakePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/waitlist',
    validateSearch: joinSearch,
    component: page(() => import('../features/waitlist/JoinPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/waitlist/$placeId',
    component: page(() => import('../features/waitlist/PlacePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/together',
    validateSearch: coupleSearch,
    component: page(() => import('../features/couple/CouplePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/series/new',
    validateSearch: seriesSearch,
    component: page(() => import('../features/series/ProposePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/series/$seriesId',
    component: page(() => import('../features/series/SeriesPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plans',
    validateSearch: planSearch,
    component: page(() => import('../features/plan/PlanPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/vouchers',
    component: page(() => import('../features/vouchers/VouchersPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/preferences',
    component: page(() => import('../features/account/PreferencesPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inbox',
    component: page(() => import('../features/account/InboxPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forget',
    validateSearch: forgetSearch,
    component: page(() => import('../features/account/ForgetPage')),
  }),
  // Where the links in mails lead.
  ...(['/booking', '/series', '/offer'] as const).map((path) =>
    createRoute({getParentRoute: () => root, path, component: page(() => import('../features/link/LinkPage'))}),
  ),
] as const;

export const routes = root.addChildren(children);

export const router = createRouter({
  routeTree: routes,
  ...(isEmbedded() && {basepath: EMBED}),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: NotThere,
  defaultErrorComponent: Crashed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
