import {createRootRoute, createRoute, createRouter, lazyRouteComponent} from '@tanstack/react-router';
import {z} from 'zod/mini';
import {timesSearch} from '../features/availability/search';
import {bookSearch} from '../features/booking/search';
import {calendarSearch, hoursSearch, reportSearch, staffSearch} from '../features/staff/search';
import {listSearch, profileSearch} from '../features/therapists/search';
import {moveSearch} from '../features/visits/search';
import {Layout} from './Layout';
import {Crashed, NotThere} from './NotThere';

// Each page is loaded when somebody goes there, and already while they point at a link to it.

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
  component: lazyRouteComponent(() => import('../features/staff/StaffPage')),
});
const staffPages = [
  createRoute({
    getParentRoute: () => staff,
    path: '/',
    component: lazyRouteComponent(() => import('../features/staff/StaffPage'), 'FirstPage'),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/today',
    component: lazyRouteComponent(() => import('../features/staff/TodayPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/week',
    component: lazyRouteComponent(() => import('../features/staff/WeekPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/calendar',
    validateSearch: calendarSearch,
    component: lazyRouteComponent(() => import('../features/staff/CalendarPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/month',
    component: lazyRouteComponent(() => import('../features/staff/MonthPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/reports',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('../features/staff/ReportsPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/search',
    component: lazyRouteComponent(() => import('../features/staff/desk/SearchPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/waitlist',
    component: lazyRouteComponent(() => import('../features/staff/desk/WaitlistPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/vouchers',
    component: lazyRouteComponent(() => import('../features/staff/desk/VouchersPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/hours',
    validateSearch: hoursSearch,
    component: lazyRouteComponent(() => import('../features/staff/rota/RotaPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/licences',
    component: lazyRouteComponent(() => import('../features/staff/practice/LicencesPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/prices',
    component: lazyRouteComponent(() => import('../features/staff/practice/PricesPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/reviews',
    component: lazyRouteComponent(() => import('../features/staff/practice/ReviewsPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/feed',
    component: lazyRouteComponent(() => import('../features/staff/practice/FeedPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/practice/notices',
    component: lazyRouteComponent(() => import('../features/staff/practice/NoticesPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/licences',
    component: lazyRouteComponent(() => import('../features/staff/clinic/QueuePage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/policy',
    component: lazyRouteComponent(() => import('../features/staff/clinic/PolicyPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/opening',
    component: lazyRouteComponent(() => import('../features/staff/clinic/OpeningPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/rooms',
    component: lazyRouteComponent(() => import('../features/staff/clinic/RoomsPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/treatments',
    component: lazyRouteComponent(() => import('../features/staff/clinic/TreatmentsPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/team',
    component: lazyRouteComponent(() => import('../features/staff/clinic/TeamPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/messages',
    component: lazyRouteComponent(() => import('../features/staff/clinic/MessagesPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/clinic/webhooks',
    component: lazyRouteComponent(() => import('../features/staff/clinic/WebhooksPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/platform/health',
    component: lazyRouteComponent(() => import('../features/staff/platform/HealthPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/platform/letters',
    component: lazyRouteComponent(() => import('../features/staff/platform/LettersPage')),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/platform/reviews',
    component: lazyRouteComponent(() => import('../features/staff/platform/ModerationPage')),
  }),
] as const;

const children = [
  staff.addChildren(staffPages),
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('../features/guide/LandingPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/advice',
    component: lazyRouteComponent(() => import('../features/guide/AdvicePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/therapists',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../features/therapists/ListPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/therapists/$therapistId',
    validateSearch: profileSearch,
    component: lazyRouteComponent(() => import('../features/therapists/ProfilePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/therapists/$therapistId/times',
    validateSearch: timesSearch,
    component: lazyRouteComponent(() => import('../features/availability/TimesPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/book',
    validateSearch: bookSearch,
    component: lazyRouteComponent(() => import('../features/booking/HoldPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/book/$bookingId',
    component: lazyRouteComponent(() => import('../features/booking/DetailsPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/booked/$bookingId',
    component: lazyRouteComponent(() => import('../features/booking/BookedPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits',
    component: lazyRouteComponent(() => import('../features/visits/VisitsPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits/$bookingId',
    component: lazyRouteComponent(() => import('../features/visits/VisitPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits/$bookingId/move',
    validateSearch: moveSearch,
    component: lazyRouteComponent(() => import('../features/visits/MovePage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/records',
    component: lazyRouteComponent(() => import('../features/records/RecordsPage')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/intake',
    component: lazyRouteComponent(() => import('../features/intake/IntakePage')),
  }),
] as const;

export const routes = root.addChildren(children);

export const router = createRouter({
  routeTree: routes,
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
