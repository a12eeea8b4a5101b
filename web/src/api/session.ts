import {queryOptions} from '@tanstack/react-query';
import {showWithChanges} from './client';
import {Problem} from './problem';

/** Who sits before this browser, as the gateway knows it. No token ever comes here. */
export type Session =
  | {signedIn: false; signInAt: string}
  | {signedIn: true; signInAt: string; name: string; email: string; roles: string[]; staff: boolean; csrfToken: string; until: string};

async function ask(): Promise<Session> {
  const answer = await fetch('/session', {headers: {Accept: 'application/json'}}).catch(() => {
    throw Problem.unreachable();
  });
  if (!answer.ok) throw await Problem.of(answer);
  const session = (await answer.json()) as Session;
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
