import {z} from 'zod/mini';

/** What a series begins with: the first hour. */
export const seriesSearch = z.object({
  clinic: z.catch(z.string(), ''),
  treatment: z.catch(z.string(), ''),
  minutes: z.catch(z.coerce.number(), 60),
  therapist: z.optional(z.catch(z.optional(z.string()), undefined)),
  start: z.catch(z.string(), ''),
  every: z.catch(z.enum(['TWICE', '1', '2', '4']), '1'),
  count: z.catch(z.coerce.number(), 4),
});
