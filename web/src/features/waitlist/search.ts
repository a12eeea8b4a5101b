import {z} from 'zod/mini';

const text = z.optional(z.catch(z.optional(z.string()), undefined));

/** What nothing was free for. */
export const joinSearch = z.object({
  clinic: z.catch(z.string(), ''),
  treatment: z.catch(z.string(), ''),
  minutes: z.catch(z.coerce.number(), 60),
  therapist: text,
  from: text,
});
