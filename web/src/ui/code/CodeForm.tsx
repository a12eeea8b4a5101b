import {useState, type FormEvent, type ReactNode} from 'react';
import {Button} from '../Button';
import {Field} from '../Field';
import {useCodeWords} from './words';

type Props = {
  hint?: string;
  /** What the button says. */
  send: string;
  busy: boolean;
  /** Whether the last one was refused; in words where another one is not sent from here. */
  unknown?: boolean | string;
  onChange: () => void;
  /** With eight digits, whatever stood between them. */
  onCode: (digits: string) => void;
  /** What else went wrong. */
  children?: ReactNode;
};

/** Takes the code that was mailed, or sent as a text. */
export function CodeForm({hint, send, busy, unknown, onChange, onCode, children}: Props) {
  const {t} = useCodeWords();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const digits = code.replace(/\s/g, '');
  const wrong = !/^\d{8}$/.test(digits);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) onCode(digits);
  };
  const refused = unknown && (unknown === true ? t('unknown') : unknown);
  return (
    <form noValidate onSubmit={submit} className="flex max-w-sm flex-col gap-3">
      <Field
        label={t('code')}
        hint={hint}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        error={refused || (tried && wrong ? t('wrong') : undefined)}
        onChange={({target}) => {
          onChange();
          setCode(target.value);
        }}
      />
      {children}
      <div>
        <Button type="submit" busy={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}
