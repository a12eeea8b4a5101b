/// <reference lib="webworker" />
// For a bad connection. Pages and what the catalogue says come from the network, and from what was kept when there is
// none; built files never change and come from what was kept. What is about one person – bookings, sessions, health – is
// never kept, and neither are free hours: an old one would be a lie.
export {};
declare const self: ServiceWorkerGlobalScope;

const PAGES = 'pages';
const FILES = 'files';
const CATALOGUE = 'catalogue';
const OF_THE_CATALOGUE = /^\/api\/v1\/(treatments|clinics|therapists|photos|guide|screening|intake-form)(\/[^/]+(\/(reviews|prices))?)?$/;
/** Pages that are not this app's. */
const OTHERS = /^\/(api|openapi|pages|session|oauth2|login|invitation|embed)(\/|$)/;
const MOST_FILES = 120;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const {request} = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!OTHERS.test(address.pathname)) event.respondWith(page(request));
  } else if (address.pathname.startsWith('/assets/')) {
    event.respondWith(file(request));
  } else if (OF_THE_CATALOGUE.test(address.pathname)) {
    event.respondWith(fromNetwork(request, CATALOGUE));
  }
});

type Pushed = {id: string; title: string; text: string};

self.addEventListener('push', (event) => {
  const {id, title, text} = event.data!.json() as Pushed;
  // Told twice, the second takes the first's place.
  event.waitUntil(self.registration.showNotification(title, {body: text, tag: id}));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show('/inbox'));
});

/** In a page of ours that is open, if there is one. */
async function show(address: string) {
  const [open] = await self.clients.matchAll({type: 'window'});
  if (open) await (await open.navigate(address))?.focus();
  else await self.clients.openWindow(address);
}

/** All addresses show the same page; its scripts find out which one is meant. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put('/', answer.clone());
    return answer;
  } catch {
    return (await cache.match('/')) ?? Response.error();
  }
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(FILES);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const all = await cache.keys();
    // The oldest are of earlier versions.
    await Promise.all(all.slice(0, Math.max(0, all.length - MOST_FILES)).map((old) => cache.delete(old)));
  }
  return answer;
}

async function fromNetwork(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return (await cache.match(request)) ?? Response.error();
  }
}
