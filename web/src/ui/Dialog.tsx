import {useEffect, useId, useRef, type ReactNode} from 'react';

/** A question that must be answered before anything else: the browser's own, which keeps the focus and hears Escape. */
export function Dialog({title, onClose, children}: {title: string; onClose: () => void; children: ReactNode}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      className="card m-auto w-[min(92vw,480px)] p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
