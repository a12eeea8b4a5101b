import {queryOptions} from '@tanstack/react-query';
import {showWithChanges} from './client';
import {Problem} from './problem';

/** Who sits before this browser, as the gateway knows it. No token ever comes here. */
export type Session =
  | {signedIn: false; signInAt: string}
  | {signedIn: true; signInAt: string; name: string; email: string; roles: string[]; staff: boolean; csrfToken: string; until: string};

async function ask(): Promise<Session> {
  const session = await asked<Session>('/session');
  showWithChanges(session.signedIn ? session.csrfToken : undefined);
  return session;
}

export const session = queryOptions({queryKey: ['session'], queryFn: ask, staleTime: 60_000});

/** Where the browser is sent to sign in, to come back to this path. */
export const signInAt = (returnTo: string) => `/oauth2/authorization/clinic?returnTo=${encodeURIComponent(returnTo)}`;

export async function signOut(csrfToken: string): Promise<void> {
  await fetch('/session/logout', {method: 'POST', headers: {'X-CSRF-Token': csrfToken}});
  showWithChanges(undefined);
}

export interface OneSession {
  id: string;
  current: boolean;
  /** what it calls itself */
  browser?: string;
  startedAt: string;
  seenAt: string;
  until: string;
}

async function asked<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, {...init, headers: {Accept: 'application/json', ...init?.headers}}).catch(() => {
    throw Problem.unreachable();
  });
  if (!answer.ok) throw await Problem.of(answer);
  return (await answer.json()) as T;
}

/** Everywhere that they are signed in, the one used last first. */
export const sessions = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => (await asked<{sessions: OneSession[]}>('/session/all')).sessions,
});

/** All but this one; 403 sign-in-again if this one began more than ten minutes ago. */
export async function endOthers(): Promise<number> {
  const here = await ask();
  return (await asked<{ended: number}>('/session/others', {method: 'DELETE', headers: {'X-CSRF-Token': here.signedIn ? here.csrfToken : ''}})).ended;
}
