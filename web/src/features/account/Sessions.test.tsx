import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {render, screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, expect, test, vi} from 'vitest';
import {browserName, Sessions} from './Sessions';

afterEach(() => vi.unstubAllGlobals());

const HERE = {id: 'a', current: true, browser: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', startedAt: '2026-11-22T08:00:00Z', seenAt: '2026-11-22T09:00:00Z', until: '2026-11-22T11:00:00Z'};
const THERE = {...HERE, id: 'b', current: false, browser: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1'};

/** @param refused as the gateway refuses to end the others */
function opened(refused?: [number, string]) {
  let all = [HERE, THERE];
  const asked: string[] = [];
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), {status});
  vi.stubGlobal('fetch', async (path: string, how?: RequestInit) => {
    const method = how?.method ?? 'GET';
    asked.push(`${method} ${path} ${new Headers(how?.headers).get('X-CSRF-Token') ?? ''}`.trim());
    if (path === '/session') return answer(200, {signedIn: true, csrfToken: 'x'});
    if (method === 'GET') return answer(200, {sessions: all});
    if (refused) return answer(refused[0], {type: `urn:rhomboid:problem:${refused[1]}`});
    all = [HERE];
    return answer(200, {ended: 1});
  });
  const client = new QueryClient({defaultOptions: {queries: {retry: false}}});
  render(
    <QueryClientProvider client={client}>
      <Sessions />
    </QueryClientProvider>,
  );
  return asked;
}

test('shows where one is signed in, and ends it everywhere else', async () => {
  const asked = opened();
  expect(await screen.findByText('Here · Firefox, Linux')).toBeInTheDocument();
  expect(screen.getByText('Safari, iOS')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', {name: 'Sign out everywhere else'}));
  expect(await screen.findByRole('alert')).toHaveTextContent('nowhere else');
  expect(asked).toContain('DELETE /session/others x');
  expect(screen.queryByText('Safari, iOS')).not.toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('whoever signed in a while ago is asked to do so again first', async () => {
  opened([403, 'sign-in-again']);
  await userEvent.click(await screen.findByRole('button', {name: 'Sign out everywhere else'}));
  expect(await screen.findByRole('link', {name: 'Sign in again'})).toHaveAttribute('href', '/oauth2/authorization/clinic?returnTo=%2Fpreferences');
  expect(screen.getByText('Safari, iOS')).toBeInTheDocument();
});

test('what nobody knows has no name', () => {
  expect(browserName('curl/8.5')).toBe('');
  expect(browserName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0')).toBe('Edge, Windows');
});
