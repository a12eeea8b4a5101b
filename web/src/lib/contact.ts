import {z} from 'zod/mini';

/** Who is coming. Messages are keys of what a page says about it. */
export const contact = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'nameMissing')),
  email: z.string().check(z.trim(), z.regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'emailWrong')),
  phone: z.string().check(z.trim(), z.regex(/^(\+[\d\s()/-]{6,24})?$/, 'phoneWrong')),
});
export type Contact = z.infer<typeof contact>;

const KEY = 'contact';

/** Who is coming, as this device was told to remember it. */
export function remembered(): Partial<Contact> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Contact>;
  } catch {
    return {};
  }
}

/** Remembers them on this device, or forgets them. */
export function remember(who: Contact | undefined) {
  try {
    if (who) localStorage.setItem(KEY, JSON.stringify(who));
    else localStorage.removeItem(KEY);
  } catch {
    // this device keeps nothing
  }
}

/** What is wrong, by field; nothing if all is well. */
export function wrongIn(who: Contact): Partial<Record<keyof Contact, string>> {
  const checked = contact.safeParse(who);
  return checked.success ? {} : Object.fromEntries(checked.error.issues.map((issue) => [issue.path[0], issue.message]));
}

/** As the API takes a client. */
export const asClient = ({name, email, phone}: Contact) => ({
  name: name.trim(),
  email: email.trim(),
  language: document.documentElement.lang,
  ...(phone.trim() && {phone: phone.trim()}),
});
