import {useEffect, useId, useRef, type ReactNode} from 'react';
import {Button} from './Button';
import {classes} from './classes';
import {useUiWords} from './words';

type Props = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Comes in from the side, as high as the window, with a way to close it; else it stands in the middle. */
  side?: boolean;
};

/** What must be dealt with before anything else: the browser's own, which keeps the focus and hears Escape. */
export function Dialog({title, onClose, children, side}: Props) {
  const {t} = useUiWords();
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
      className={classes(
        'text-ink backdrop:bg-black/40',
        side
          ? 'fixed inset-y-0 start-auto end-0 m-0 h-dvh max-h-none w-full max-w-[460px] overflow-y-auto border-s border-line bg-surface p-5 text-[0.92rem]'
          : 'card m-auto w-[min(92vw,480px)] p-6',
      )}
    >
      {side ? (
        <div className="mb-3 flex items-start justify-between gap-3">
          <h2 id={heading}>{title}</h2>
          <Button look="ghost" className="px-4" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      ) : (
        <h2 id={heading}>{title}</h2>
      )}
      {children}
    </dialog>
  );
}
