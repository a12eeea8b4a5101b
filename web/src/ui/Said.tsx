import {useSaid} from '../lib/guide/said';

/** What a service says for people to read, in the visitor's language; where that is not known, as it came, and marked so. */
export function Said({children}: {children: string}) {
  const known = useSaid()(children);
  return known ? <>{known}</> : <span lang="en">{children}</span>;
}
