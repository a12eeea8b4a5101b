import {useRef} from 'react';
import {newKey} from '../../api/client';
import {Problem} from '../../api/problem';
import {useStaffWords} from './words';

type Finding = {field?: string; message?: string};

/** What the server says is wrong, by the field as it names it: {@code weekly[2].hours}. */
export function findings(error: unknown): Map<string, string> {
  if (!(error instanceof Problem)) return new Map();
  const errors = (error.body.errors ?? []) as Finding[];
  return new Map(errors.flatMap(({field, message}) => (field && message ? [[field, message] as const] : [])));
}

/** A name for each wish: the same one sent again, after a connection that broke, makes nothing twice. */
export function useKeys(): (wish: unknown) => string {
  const last = useRef<{wish: string; key: string}>(undefined);
  return (wish) => {
    const written = JSON.stringify(wish);
    if (last.current?.wish !== written) last.current = {wish: written, key: newKey()};
    return last.current.key;
  };
}

/** Said once it is kept, to whoever looks and to whoever listens. */
export function Kept({when, children}: {when: boolean; children?: string}) {
  const {t} = useStaffWords();
  return (
    <p role="status" className="font-semibold text-ok">
      {when && (children ?? t('kept'))}
    </p>
  );
}
