import {useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes} from 'react';
import {useUiWords} from './words';

type Common = {label: ReactNode; hint?: ReactNode; error?: string; optional?: boolean};

function Around({id, label, hint, error, optional, children}: Common & {id: string; children: ReactNode}) {
  const {t} = useUiWords();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label} {optional && <span className="text-sm font-normal text-muted">({t('optional')})</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm font-semibold text-stop">
          {error}
        </p>
      )}
    </div>
  );
}

const described = (id: string, {hint, error}: Common) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** A labelled line of input; what is wrong with it stands below and is read with it. */
export function Field({label, hint, error, optional, ...input}: Common & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Around {...{id, label, hint, error, optional}}>
      <input
        {...input}
        id={id}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, {label, hint, error})}
      />
    </Around>
  );
}

export function TextArea({label, hint, error, optional, ...area}: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Around {...{id, label, hint, error, optional}}>
      <textarea
        rows={3}
        {...area}
        id={id}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, {label, hint, error})}
      />
    </Around>
  );
}

type Choices = Common & {
  value: string;
  onChange: (value: string) => void;
  choices: {value: string; label: string}[];
};

/** The browser's own list: on a phone nothing is easier to use. */
export function Select({label, hint, error, optional, value, onChange, choices}: Choices) {
  const id = useId();
  return (
    <Around {...{id, label, hint, error, optional}}>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={described(id, {label, hint, error})}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Around>
  );
}
