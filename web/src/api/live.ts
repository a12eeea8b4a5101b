import {useEffect} from 'react';
import {useQuery, useQueryClient, type QueryClient} from '@tanstack/react-query';
import {session} from './session';

/** What is asked for anew when the stream says that something is another than before. */
const ABOUT: Record<string, string[]> = {
  booking: ['booking', 'visits', 'series', 'place', 'places', 'plans'],
  inbox: ['inbox'],
};

export function hear(client: QueryClient, event: string) {
  const all = Object.values(ABOUT).flat();
  for (const key of event === 'reload' ? all : (ABOUT[event] ?? [])) void client.invalidateQueries({queryKey: [key]});
}

/**
 * Keeps what is shown about the signed-in person as it is now, without asking again and again: the stream tells that
 * something has changed, and what has is asked for as ever. The browser goes on by itself where a stream ends.
 */
export function useLive() {
  const client = useQueryClient();
  const signedIn = useQuery(session).data?.signedIn === true;
  useEffect(() => {
    if (!signedIn || typeof EventSource === 'undefined') return;
    const stream = new EventSource('/api/v1/live');
    for (const event of ['booking', 'inbox', 'reload']) stream.addEventListener(event, () => hear(client, event));
    return () => stream.close();
  }, [client, signedIn]);
}
