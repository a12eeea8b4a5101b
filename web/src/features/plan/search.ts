import {z} from 'zod/mini';

/** With what a plan may begin: what the guide suggested. */
export const planSearch = z.object({
  treatment: z.optional(z.catch(z.optional(z.string()), undefined)),
  minutes: z.optional(z.catch(z.optional(z.coerce.number()), undefined)),
});
