import {useEffect} from 'react';
import {useQueryClient} from '@tanstack/react-query';
import {hear} from '../../api/desk';
import type {Place} from './StaffPage';

const AFTER_A_REFUSAL = 30_000; // milliseconds

/**
 * Keeps what is shown as others make it: the service says that something is another than before, and what is on the
 * page is asked for anew. While the stream is away the pages ask by themselves now and then, as they do where there is none.
 */
export function useLive(place: Place | undefined): void {
  const client = useQueryClient();
  const address = place && (place.desk ? `/api/v1/live/clinics/${place.clinicId}` : '/api/v1/live');
  useEffect(() => {
    if (!address || typeof EventSource === 'undefined') return;
    const again = () => void client.invalidateQueries({queryKey: ['desk']});
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let stream: EventSource;
    const listen = () => {
      stream = new EventSource(address);
      stream.addEventListener('hello', () => {
        hear(true);
        // What happened while nobody listened, and so that waiting rounds end.
        again();
      });
      stream.addEventListener('booking', again);
      stream.addEventListener('reload', again);
      stream.addEventListener('error', () => {
        hear(false);
        again();
        // A broken stream is taken up again by the browser; a refused one, for there are too many, is not.
        if (stream.readyState === EventSource.CLOSED) waiting = setTimeout(listen, AFTER_A_REFUSAL);
      });
    };
    listen();
    return () => {
      clearTimeout(waiting);
      stream.close();
      hear(false);
    };
  }, [address, client]);
}
