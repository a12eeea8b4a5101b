import {useState} from 'react';
import {asClient, remembered, wrongIn, type Contact} from '../../lib/contact';
import {Field} from '../Field';
import {useWhoWords} from './words';

/** Who is coming: as they are signed in, as this device remembers them, or as they say. */
export function useWho(signedIn?: {name: string; email: string}) {
  const [said, setSaid] = useState<Partial<Contact>>(remembered);
  const [asked, setAsked] = useState(false);
  const who: Contact = {
    name: said.name ?? signedIn?.name ?? '',
    email: signedIn?.email ?? said.email ?? '',
    phone: said.phone ?? '',
  };
  const wrong = wrongIn(who);
  return {
    who,
    wrong: asked ? wrong : {},
    change: (part: Partial<Contact>) => setSaid({...said, ...part}),
    fixed: signedIn !== undefined,
    /** The client as the API takes them; undefined, and from then on shown, if something is missing. */
    client: () => {
      setAsked(true);
      // To what is missing, once it is marked.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return Object.keys(wrong).length === 0 ? asClient(who) : undefined;
    },
  };
}

type Props = ReturnType<typeof useWho> & {hints?: {email?: string; phone?: string}};

export function WhoFields({who, wrong, change, fixed, hints}: Props) {
  const {t} = useWhoWords();
  const says = (key: string | undefined) => key && t(key);
  return (
    <>
      <Field label={t('name')} autoComplete="name" value={who.name} error={says(wrong.name)} onChange={({target}) => change({name: target.value})} />
      <Field
        label={t('email')}
        type="email"
        autoComplete="email"
        inputMode="email"
        hint={hints?.email ?? t('emailHint')}
        value={who.email}
        readOnly={fixed}
        error={says(wrong.email)}
        onChange={({target}) => change({email: target.value})}
      />
      <Field
        label={t('phone')}
        optional
        type="tel"
        autoComplete="tel"
        hint={hints?.phone}
        value={who.phone}
        error={says(wrong.phone)}
        onChange={({target}) => change({phone: target.value})}
      />
    </>
  );
}
