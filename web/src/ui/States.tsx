import type {ReactNode} from 'react';
import {Button} from './Button';
import {classes} from './classes';
import {useUiWords} from './words';

/** What is coming, in its shape. */
export function Skeleton({className}: {className: string}) {
  return <div aria-hidden className={classes('skeleton', className)} />;
}

export function Loading({children}: {children: ReactNode}) {
  const {t} = useUiWords();
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">
        {t('loading')}
      </p>
      {children}
    </div>
  );
}

const tones = {
  calm: 'border-s-primary',
  hold: 'border-s-clay bg-clay-tint text-ink',
  stop: 'border-s-stop bg-stop-tint text-ink',
  ok: 'border-s-ok bg-ok-tint text-ink',
};

/** Something to read before going on. */
export function Notice(props: {tone?: keyof typeof tones; title?: ReactNode; children?: ReactNode; live?: boolean}) {
  return (
    <div
      role={props.live ? 'alert' : undefined}
      className={classes('card border-s-[5px] p-5', tones[props.tone ?? 'calm'])}
    >
      {props.title && <p className="font-serif text-lg font-semibold">{props.title}</p>}
      {props.children}
    </div>
  );
}

/** Nothing is here yet; the children are the next step. */
export function Empty({title, children}: {title: ReactNode; children?: ReactNode}) {
  return (
    <div className="card p-8 text-center">
      <p className="font-serif text-xl font-semibold">{title}</p>
      <div className="mt-3 flex flex-col items-center gap-3 text-muted">{children}</div>
    </div>
  );
}

/** What a page needs to know of an error; the API's problems have it. */
type Failure = Error & {type?: string; status?: number};

/** Why it is not here, and what to do. */
export function Failed({error, retry, signIn}: {error: Error; retry?: () => void; signIn?: string}) {
  const {t} = useUiWords();
  const {type, status} = error as Failure;
  if (status === 401) {
    return (
      <Empty title={t('notSignedIn')}>
        <a className="link" href={signIn ?? '/'}>
          {t('signIn')}
        </a>
      </Empty>
    );
  }
  const [title, hint] =
    status === 404
      ? [t('notFound'), t('notFoundHint')]
      : type === 'unreachable'
        ? [t('unreachable'), t('unreachableHint')]
        : status === 503 || status === 429
          ? [t('busy'), t('busyHint')]
          : [t('failed'), t('failedHint')];
  return (
    <Notice tone="stop" title={title} live>
      <p className="mt-1">{hint}</p>
      {retry && status !== 404 && (
        <Button look="ghost" className="mt-3" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </Notice>
  );
}
