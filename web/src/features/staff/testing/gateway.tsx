import type {ReactNode} from 'react';
import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider, type RouterHistory} from '@tanstack/react-router';
import {render} from '@testing-library/react';
import {vi} from 'vitest';

export type Asked = {method: string; path: string; query: URLSearchParams; body: unknown; headers: Headers};
/** What was handed in; all else is answered as JSON. */
export class Paper {
  constructor(
    readonly text: string,
    readonly type: string,
  ) {}
}
type Answer = [status: number, body?: unknown];
export type Answers = Record<string, (asked: Asked) => Answer>;

/** Answers as the gateway would, and keeps what it was asked. */
export function gateway(answers: Answers): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (of: Request | string, how?: RequestInit) => {
    const request = typeof of === 'string' ? new Request(new URL(of, location.origin), how) : of;
    const {pathname, searchParams} = new URL(request.url);
    const text = await request.text();
    const written = text.startsWith('{') || text.startsWith('[');
    const asked = {method: request.method, path: pathname, query: searchParams, body: written ? JSON.parse(text) : text || undefined, headers: request.headers};
    all.push(asked);
    const answer = answers[`${request.method} ${pathname}`];
    if (!answer) throw new Error(`nobody answers ${request.method} ${pathname}`);
    const [status, body] = answer(asked);
    if (body instanceof Paper) return new Response(body.text, {status, headers: {'Content-Type': body.type}});
    return new Response(status === 204 ? null : JSON.stringify(body), {status, headers: {'Content-Type': 'application/json'}});
  });
  return all;
}

/** A problem as the services tell it, with what is wrong by field. */
export const refused = (status: number, type: string, more: Record<string, unknown> = {}): Answer => [
  status,
  {type: `urn:rhomboid:problem:${type}`, detail: 'x', ...more},
];

export function shown(page: ReactNode) {
  const client = new QueryClient({defaultOptions: {queries: {retry: false}}});
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  return render(<QueryClientProvider client={client}>{page}</QueryClientProvider>);
}

/** Somebody of the staff of one clinic; of two clinics there are, so that it is clear which is meant. */
type Who = {roles?: string[]; therapistId?: string; platformAdmin?: boolean};

/** A page of the staff at its address, with who sits before it. */
export function opened(address: string, page: () => ReactNode, {roles = ['CLINIC_ADMIN'], therapistId, platformAdmin = false}: Who, answers: Answers): {asked: Asked[]; history: RouterHistory} {
  const memberships = [{clinicId: 'c1', roles, ...(therapistId && {therapistId})}];
  const asked = gateway({
    'GET /session': () => [200, {signedIn: true, csrfToken: 'x'}],
    'GET /api/v1/me': () => [200, {person: 'p1', name: 'Anton', platformAdmin, version: 1, memberships}],
    'GET /api/v1/clinics': () => [200, {clinics: [{id: 'c1', name: 'Spree', zone: 'Europe/Berlin'}, {id: 'c2', name: 'Hafen', zone: 'Europe/Berlin'}]}],
    ...answers,
  });
  const root = createRootRoute();
  const staff = createRoute({getParentRoute: () => root, path: '/staff', validateSearch: (search: {clinic?: string}) => search});
  const below = createRoute({getParentRoute: () => staff, path: address.slice('/staff'.length), component: page});
  const history = createMemoryHistory({initialEntries: [address]});
  shown(<RouterProvider router={createRouter({routeTree: root.addChildren([staff.addChildren([below])]), history}) as never} />);
  return {asked, history};
}
