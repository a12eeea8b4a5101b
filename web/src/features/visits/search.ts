import {z} from 'zod/mini';

/** @param to the new start; @param therapist with whom, if with somebody else */
export const moveSearch = z.object({
  to: z.catch(z.string(), ''),
  therapist: z.optional(z.catch(z.optional(z.string()), undefined)),
});
