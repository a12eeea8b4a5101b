import {z} from 'zod/mini';

const text = z.optional(z.catch(z.optional(z.string()), undefined));

/**
 * Which therapist's hours are shown.
 *
 * @param from the first day of the strip
 * @param at the chosen start
 * @param move the booking that is to be moved, if it is not about a new one
 */
export const timesSearch = z.object({
  treatment: text,
  minutes: z.optional(z.catch(z.optional(z.coerce.number()), undefined)),
  clinic: text,
  from: text,
  day: text,
  at: text,
  move: text,
});
