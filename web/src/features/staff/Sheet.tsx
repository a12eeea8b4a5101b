import {useEffect, useId, useRef, type ReactNode} from 'react';
import {Button} from '../../ui/Button';
import {useStaffWords} from './words';

/** What comes in from the side and is dealt with first: the browser's own dialog, which keeps the focus and hears Escape. */
export function Sheet({title, onClose, children}: {title: string; onClose: () => void; children: ReactNode}) {
  const {t} = useStaffWords();
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
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="fixed inset-y-0 start-auto end-0 m-0 h-dvh max-h-none w-full max-w-[460px] overflow-y-auto border-s border-line bg-surface p-5 text-[0.92rem] text-ink backdrop:bg-black/40"
    >
      <div className="mb-3 flex items-start justify-between gap-3">
        <h2 id={heading}>{title}</h2>
        <Button look="ghost" className="px-4" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      {children}
    </dialog>
  );
}
