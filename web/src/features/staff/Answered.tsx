import type {ReactNode} from 'react';
import type {UseQueryResult} from '@tanstack/react-query';
import {Failed, Loading, Skeleton} from '../../ui/States';

/** What was asked for, once it is there; until then its shape, and why it is not. What was there before stays. */
export function Answered<T>(props: {to: UseQueryResult<T>; shape?: string; children: (answer: NoInfer<T>) => ReactNode}) {
  const {to, shape = 'h-60', children} = props;
  if (to.data !== undefined) return <>{children(to.data)}</>;
  if (to.isError) return <Failed error={to.error} retry={() => void to.refetch()} />;
  return (
    <Loading>
      <Skeleton className={shape} />
    </Loading>
  );
}
