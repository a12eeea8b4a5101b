import {useEffect, useRef, useState, useSyncExternalStore} from 'react';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, Outlet, useLocation, useSearch} from '@tanstack/react-router';
import {session, signInAt, signOut} from '../api/session';
import {around, isEmbedded, tellHeight} from '../lib/embed';
import {speak, type Language} from '../lib/words';
import {Button, buttonLook} from '../ui/Button';
import {Notice} from '../ui/States';
import {look, wear, type Look} from './look';
import {useAppWords} from './words';

const NAMES: Record<Language, string> = {en: 'English', de: 'Deutsch', es: 'Español'};

/** What surrounds every page: the way in, the way around, and what is wrong with the connection. */
export function Layout() {
  return isEmbedded() ? <Framed /> : <Whole />;
}

/** In a frame of a clinic's own site, which has a header and a way around of its own. */
function Framed() {
  const {t} = useAppWords();
  const {pathname} = useLocation();
  useEffect(() => {
    const outside = around();
    return outside && tellHeight(outside.origin);
  }, []);
  const shown = useRef(pathname);
  useEffect(() => {
    const outside = around();
    if (outside && shown.current !== pathname) parent.postMessage({type: 'rhomboid:page'}, outside.origin);
    shown.current = pathname;
  }, [pathname]);
  return (
    <main id="content" className="px-4 pb-3">
      <Outlet />
      <p className="border-t border-line pt-3 text-sm text-muted">{t('notice')}</p>
    </main>
  );
}

function Whole() {
  const {t} = useAppWords();
  const {'sign-in': signIn} = useSearch({from: '__root__'});
  const online = useSyncExternalStore(onConnection, () => navigator.onLine);
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:bg-surface focus:p-3">
        {t('skip')}
      </a>
      <div className="wrap flex min-h-dvh flex-col">
        <header className="flex flex-wrap items-center gap-x-1 gap-y-1 py-4 sm:gap-x-6">
          <Link to="/" className="flex min-h-11 items-center gap-2 font-serif text-xl font-semibold">
            <span aria-hidden className="h-5.5 w-5.5 -skew-x-18 rounded-sm bg-primary" />
            Rhomboid
          </Link>
          <nav aria-label={t('main')} className="ms-auto flex items-center gap-x-2 text-sm sm:gap-x-5 sm:text-[0.95rem]">
            <Link to="/therapists" className="hidden min-h-11 items-center text-muted hover:text-ink sm:inline-flex" activeProps={{className: 'font-semibold text-ink'}}>
              {t('therapists')}
            </Link>
            <Link to="/visits" className="inline-flex min-h-11 items-center text-muted hover:text-ink" activeProps={{className: 'font-semibold text-ink'}}>
              {t('visits')}
            </Link>
            <SignedIn />
          </nav>
        </header>
        {/* A screen high at least: what lies below is not pushed away when the page is there. */}
        <main id="content" className="min-h-[calc(100dvh-5rem)] flex-1">
          {!online && (
            <div className="mb-4">
              <Notice tone="hold">{t('offline')}</Notice>
            </div>
          )}
          {signIn === 'failed' && (
            <div className="mb-4">
              <Notice tone="stop" live>
                {t('signInFailed')}
              </Notice>
            </div>
          )}
          <Outlet />
        </main>
        <Footer />
      </div>
    </>
  );
}

function onConnection(changed: () => void) {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

function SignedIn() {
  const {t} = useAppWords();
  const here = useQuery(session).data;
  const client = useQueryClient();
  const {href} = useLocation();
  if (!here?.signedIn) {
    return (
      <a href={signInAt(href)} className={buttonLook('ghost', 'px-2.5 py-1.5 sm:px-4')}>
        {t('signIn')}
      </a>
    );
  }
  const leave = async () => {
    await signOut(here.csrfToken);
    client.clear();
    location.assign('/');
  };
  return (
    <>
      {here.staff && (
        <Link to="/staff" className="inline-flex min-h-11 items-center text-muted hover:text-ink" activeProps={{className: 'font-semibold text-ink'}}>
          {t('staff')}
        </Link>
      )}
      <span className="hidden max-w-32 truncate text-muted sm:inline">{here.name}</span>
      <Button look="ghost" className="px-4 py-1.5" onClick={() => void leave()}>
        {t('signOut')}
      </Button>
    </>
  );
}

function Footer() {
  const {t, language} = useAppWords();
  const [worn, setWorn] = useState(look);
  return (
    <footer className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-line py-6 text-sm text-muted">
      <p className="grow basis-full lg:basis-0">{t('notice')}</p>
      <label className="flex items-center gap-2">
        {t('language')}
        <select className="input w-auto text-sm" value={language.split('-')[0]} onChange={(event) => speak(event.target.value as Language)}>
          {Object.entries(NAMES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        {t('look')}
        <select
          className="input w-auto text-sm"
          value={worn}
          onChange={(event) => {
            const chosen = event.target.value as Look;
            wear(chosen);
            setWorn(chosen);
          }}
        >
          {(['auto', 'light', 'dark'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`looks.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <a href="/openapi" className="link inline-flex min-h-11 items-center">
        {t('api')}
      </a>
    </footer>
  );
}
