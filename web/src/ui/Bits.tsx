import type {ReactNode} from 'react';
import {classes} from './classes';
import {useUiWords} from './words';

/** A face, or its initials where there is none. */
export function Avatar({name, photo, size = 64}: {name: string; photo?: string; size?: 64 | 112}) {
  const box = size === 64 ? 'size-16 text-xl' : 'size-28 text-4xl';
  if (photo) {
    return (
      <img
        src={`${photo}?size=${size === 64 ? 'small' : 'large'}`}
        alt=""
        width={size}
        height={size}
        loading="lazy"
        className={classes('rounded-full object-cover', box)}
      />
    );
  }
  const initials = name
    .split(/\s+/)
    .map((part) => part[0])
    .slice(0, 2)
    .join('');
  return (
    <span
      aria-hidden
      className={classes('grid place-items-center rounded-full bg-clay-tint font-serif font-semibold text-clay', box)}
    >
      {initials}
    </span>
  );
}

export function Badge({children}: {children: ReactNode}) {
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full bg-ok-tint px-2.5 py-0.5 text-[0.8rem] font-semibold text-ok">
      <span aria-hidden>✓</span>
      {children}
    </span>
  );
}

export function Stars({mean, count, language}: {mean: number; count: number; language: string}) {
  const {t} = useUiWords();
  const stars = new Intl.NumberFormat(language, {maximumFractionDigits: 1}).format(mean);
  return (
    <span>
      <span aria-hidden>
        ★ {stars} <span className="text-muted">({count})</span>
      </span>
      <span className="sr-only">{t('stars', {stars, count})}</span>
    </span>
  );
}

/** Of one review, as many as were given. */
export function Given({stars}: {stars: number}) {
  return (
    <span>
      <span aria-hidden>{'★'.repeat(stars)}</span>
      <span className="sr-only">{stars} / 5</span>
    </span>
  );
}

/** Terms with what they are. */
export function Facts({facts}: {facts: [term: ReactNode, what: ReactNode][]}) {
  return (
    <dl className="my-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
      {facts.map(([term, what], index) => (
        <div key={index} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="text-end">{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where something was read that we tell as a reason. */
export function Source({source}: {source: string}) {
  const {t} = useUiWords();
  return <small className="text-muted"> {t('source', {source})}</small>;
}
