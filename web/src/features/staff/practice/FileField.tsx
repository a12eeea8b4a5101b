import {useId} from 'react';

const MOST = 5 * 1024 * 1024;

/** Takes a document as the clinic takes it: PDF, JPEG or PNG. What is too large isn't sent at all. */
export function FileField({label, hint, busy, onFile}: {label: string; hint: string; busy: boolean; onFile: (file: File) => void}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        aria-describedby={`${id}-hint`}
        disabled={busy}
        className="block w-full text-sm file:me-3 file:min-h-11 file:cursor-pointer file:rounded-full file:border-0 file:bg-tint file:px-4 file:font-semibold file:text-primary"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.setCustomValidity(file && file.size > MOST ? hint : '');
          if (event.target.reportValidity() && file) onFile(file);
        }}
      />
      <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
        {hint}
      </p>
    </div>
  );
}
