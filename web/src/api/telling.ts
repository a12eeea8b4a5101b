import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {api, told, type OfNotification} from './client';

// Where the signed-in person is told: at addresses that they have proved to be theirs, and in browsers.

export type Way = 'MAIL' | 'SMS';

/** Those that were proved; none while somebody is told where they booked. */
export const addresses = queryOptions({
  queryKey: ['addresses'],
  queryFn: async () => (await told(api.GET('/api/v1/recipients/me/addresses'))).addresses as Partial<Record<Way, string>>,
});

/** Has a code sent there; until it has come back, nothing else is. */
export const nameAddress = (channel: Way, address: string, key: string) =>
  told(api.POST('/api/v1/recipients/me/addresses', {params: {header: {'Idempotency-Key': key}}, body: {channel, address}}));

export async function prove(client: QueryClient, claimId: string, code: string) {
  const now = await told(api.POST('/api/v1/recipients/me/addresses/proofs', {body: {claimId, code}}));
  client.setQueryData(addresses.queryKey, now.addresses);
}

export async function forgetAddress(client: QueryClient, channel: Way) {
  await api.DELETE('/api/v1/recipients/me/addresses/{channel}', {params: {path: {channel}}});
  await client.invalidateQueries({queryKey: addresses.queryKey});
}

export type ToldBrowser = OfNotification<'SubscriptionView'>;

export const browsers = queryOptions({
  queryKey: ['push', 'browsers'],
  queryFn: async () => (await told(api.GET('/api/v1/push/subscriptions'))).subscriptions,
});

export const canBeTold = () => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

/** Without the worker behind the pages nobody would show what comes. */
const worker = async () => (canBeTold() ? ((await navigator.serviceWorker.getRegistration()) ?? null) : null);

const say = (subscription: PushSubscription) => {
  const {endpoint, keys} = subscription.toJSON();
  return told(api.POST('/api/v1/push/subscriptions', {body: {endpoint: endpoint!, keys: {p256dh: keys!.p256dh!, auth: keys!.auth!}}}));
};

/** This browser, as the service knows it; null if it is not told. */
export const thisBrowser = queryOptions({
  queryKey: ['push', 'here'],
  queryFn: async () => {
    const subscription = await (await worker())?.pushManager.getSubscription();
    // Said again: its keys may be new, and so may be who sits before it.
    return subscription ? say(subscription) : null;
  },
  staleTime: Infinity,
});

/** Why a browser is not told: its person has said no, it has no worker yet, or its maker's service gives it no address. */
export type NotTold = 'denied' | 'unable' | 'unreachable';

export async function tellHere(client: QueryClient): Promise<NotTold | null> {
  const at = await worker();
  if (!at) return 'unable';
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const {publicKey} = await told(api.GET('/api/v1/push/key'));
  // One that was made for another key can't be told by this one.
  await (await at.pushManager.getSubscription())?.unsubscribe();
  const subscription = await at.pushManager.subscribe({userVisibleOnly: true, applicationServerKey: publicKey}).catch(() => null);
  if (!subscription) return 'unreachable';
  await say(subscription);
  await client.invalidateQueries({queryKey: ['push']});
  return null;
}

/** @param here whether it is the browser that this page is in */
export async function tellNoMore(client: QueryClient, id: string, here: boolean) {
  await api.DELETE('/api/v1/push/subscriptions/{id}', {params: {path: {id}}});
  if (here) await (await (await worker())?.pushManager.getSubscription())?.unsubscribe();
  await client.invalidateQueries({queryKey: ['push']});
}
