import {z} from 'zod/mini';

const text = z.optional(z.catch(z.optional(z.string()), undefined));
const number = (usual: number) => z.catch(z.coerce.number(), usual);

/** What two want at the same time. {@code their…} is for who comes along. */
export const coupleSearch = z.object({
  clinic: z.catch(z.string(), ''),
  treatment: z.catch(z.string(), ''),
  minutes: number(60),
  theirs: text,
  theirMinutes: z.optional(z.catch(z.optional(z.coerce.number()), undefined)),
  oneRoom: z.catch(z.coerce.boolean(), false),
  from: text,
  at: text,
});
