import {z} from 'zod/mini';

/** @param of whose erasure is looked at, by who may have no account any more */
export const forgetSearch = z.object({of: z.optional(z.catch(z.optional(z.string()), undefined))});
