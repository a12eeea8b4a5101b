import {z} from 'zod/mini';

/** What a list of therapists is asked for, as it stands in the address. What is not as it must be is left out. */
const text = z.optional(z.catch(z.optional(z.string()), undefined));
const number = z.optional(z.catch(z.optional(z.coerce.number()), undefined));

export const listSearch = z.object({
  q: text,
  treatment: text,
  minutes: number,
  city: text,
  clinic: text,
  near: text,
  radiusKm: number,
  language: text,
  gender: z.optional(z.catch(z.optional(z.enum(['FEMALE', 'MALE', 'NON_BINARY'])), undefined)),
  maxPrice: number,
  currency: text,
  part: z.optional(z.catch(z.optional(z.enum(['MORNING', 'AFTERNOON', 'EVENING'])), undefined)),
  sort: z.optional(z.catch(z.optional(z.enum(['relevance', 'distance', 'price', 'rating', 'name', 'experience'])), undefined)),
});

export const profileSearch = z.object({treatment: text, minutes: number});
