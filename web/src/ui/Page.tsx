import {useEffect, useRef, type ReactNode} from 'react';

/**
 * A page's name: its heading, the tab's title, and where a screen reader goes on after a link was followed. On the very
 * first page the focus stays where the browser has put it.
 */
let first = true;

export function PageTitle({children, title, hidden}: {children?: ReactNode; title: string; hidden?: boolean}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Rhomboid`;
    if (first) first = false;
    else heading.current?.focus({preventScroll: true});
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1} className={hidden ? 'sr-only' : undefined}>
      {children ?? title}
    </h1>
  );
}
