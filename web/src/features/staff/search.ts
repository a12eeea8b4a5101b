import {z} from 'zod/mini';

const text = z.optional(z.catch(z.optional(z.string()), undefined));
const date = z.optional(z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined));

/** Which clinic, for those who work at several; which day; which booking is open. */
export const staffSearch = z.object({clinic: text, date, open: text});
export const calendarSearch = z.object({
  by: z.optional(z.catch(z.optional(z.enum(['therapist', 'room'])), undefined)),
  find: text,
});
/** Whose hours. */
export const hoursSearch = z.object({therapist: text});
/** From the first date to the last, and by what revenue is grouped. */
export const reportSearch = z.object({
  from: date,
  to: date,
  group: z.optional(z.catch(z.optional(z.enum(['treatment', 'therapist', 'day'])), undefined)),
});
