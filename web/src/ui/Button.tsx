import type {ButtonHTMLAttributes} from 'react';
import {classes} from './classes';

export type Look = 'primary' | 'ghost' | 'stop' | 'plain';

const looks: Record<Look, string> = {
  primary: 'bg-primary text-on-primary hover:brightness-110',
  ghost: 'text-primary shadow-[inset_0_0_0_1.5px_var(--edge)] hover:bg-tint',
  stop: 'bg-stop text-bg hover:brightness-110',
  plain: 'text-primary underline underline-offset-3 px-2',
};

/** The classes of a button, for links that look like one. */
export const buttonLook = (look: Look = 'primary', more?: string) =>
  classes(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 py-2.5 text-center font-semibold no-underline transition duration-150',
    looks[look],
    more,
  );

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {look?: Look; busy?: boolean};

/** While {@code busy} it says so, takes no second press, and keeps the focus. */
export function Button({look, busy, className, children, onClick, type = 'button', ...more}: Props) {
  return (
    <button
      {...more}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonLook(look, classes('disabled:opacity-50', busy && 'opacity-70', className))}
    >
      {busy && <span aria-hidden className="size-4 animate-spin rounded-full border-2 border-current border-e-transparent" />}
      {children}
    </button>
  );
}
