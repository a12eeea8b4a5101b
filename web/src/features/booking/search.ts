import {z} from 'zod/mini';

/** The slot that is to be booked, as it stands in the address. */
export const bookSearch = z.object({
  therapist: z.catch(z.string(), ''),
  clinic: z.catch(z.string(), ''),
  treatment: z.catch(z.string(), ''),
  minutes: z.catch(z.coerce.number(), 60),
  start: z.catch(z.string(), ''),
});
