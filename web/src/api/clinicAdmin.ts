import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {clinic, type Clinic, type Treatment} from './catalogue';
import {api, told, version, type OfNotification, type OfTherapist, type ToTherapist} from './client';

// What who leads a clinic looks after.

/** Fresh from the service: who changes something must know its version. */
export const editedClinic = (id: string) => ({...clinic(id), staleTime: 0, refetchOnWindowFocus: false});

export type ClinicRequest = ToTherapist<'ClinicRequest'>;

/** A clinic as it is sent back. By a preset the numbers follow from its code, and are not said. */
export function requestOf(known: Clinic): ClinicRequest {
  const {id: _, version: __, photos: ___, treatmentLengths: ____, distanceKm: _____, policy, ...rest} = known;
  const {cancellationTerms: ______, cancellation, freeCancellationMinutes, lateCancellationPercent, noShowPercent, ...others} = policy;
  const own = !cancellation || cancellation === 'CUSTOM';
  return {
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as typeof rest),
    policy: {...others, ...(own ? {freeCancellationMinutes, lateCancellationPercent, noShowPercent} : {cancellation})},
  };
}

export async function keepClinic(client: QueryClient, known: Clinic, change: Partial<ClinicRequest>): Promise<Clinic> {
  const body = {...requestOf(known), ...change};
  const kept = await told(api.PUT('/api/v1/clinics/{id}', {params: {path: {id: known.id}, header: version(known.version)}, body}));
  client.setQueryData(clinic(known.id).queryKey, kept);
  void client.invalidateQueries({queryKey: ['clinics']});
  return kept;
}

export type Preset = OfTherapist<'PresetView'>;
export const presets = queryOptions({
  queryKey: ['cancellation-presets'],
  queryFn: async () => (await told(api.GET('/api/v1/cancellation-presets'))).presets,
  staleTime: 5 * 60_000,
});

// --- licences ---

export type HeldLicence = OfTherapist<'HeldLicence'>;
export type LicenceStatus = HeldLicence['licence']['status'];

/** @param endingWithinDays only those that end so soon */
export const licences = (status: LicenceStatus, endingWithinDays?: number) =>
  queryOptions({
    queryKey: ['licences', status, endingWithinDays],
    queryFn: async () =>
      (await told(api.GET('/api/v1/licences', {params: {query: {status, ...(endingWithinDays !== undefined && {endingWithinDays})}}}))).licences,
    staleTime: 5_000,
  });

/** Decides on a licence, on the therapist as they are at that moment: the ETag is theirs. */
export async function verify(client: QueryClient, {therapistId, licence}: HeldLicence, status: LicenceStatus, reason: string) {
  const {version: seen} = await told(api.GET('/api/v1/therapists/{id}', {params: {path: {id: therapistId}}}));
  try {
    return await told(
      api.PUT('/api/v1/therapists/{id}/licences/{licenceId}/verification', {
        params: {path: {id: therapistId, licenceId: licence.id}, header: version(seen)},
        body: {status, ...(reason && {reason})},
      }),
    );
  } finally {
    void client.invalidateQueries({queryKey: ['licences']});
    void client.invalidateQueries({queryKey: ['therapist', therapistId]});
  }
}

// --- treatments ---

/** What may be given at a clinic: the house's, in the clinic's lengths, and its own. */
export const menu = (clinicId: string) =>
  queryOptions({
    queryKey: ['treatments', clinicId],
    queryFn: async () => (await told(api.GET('/api/v1/treatments', {params: {query: {clinicId}}}))).treatments,
    staleTime: 0,
  });

const menuAgain = (client: QueryClient) => client.invalidateQueries({queryKey: ['treatments']});

export type TreatmentRequest = ToTherapist<'TreatmentRequest'>;

export async function addTreatment(client: QueryClient, wish: TreatmentRequest, key: string) {
  const made = await told(api.POST('/api/v1/treatments', {params: {header: {'Idempotency-Key': key}}, body: wish}));
  void menuAgain(client);
  return made;
}

export async function keepTreatment(client: QueryClient, {code, version: seen}: Treatment, wish: TreatmentRequest) {
  const kept = await told(api.PUT('/api/v1/treatments/{code}', {params: {path: {code}, header: version(seen)}, body: wish}));
  void menuAgain(client);
  return kept;
}

export async function removeTreatment(client: QueryClient, {code, version: seen}: Treatment) {
  await api.DELETE('/api/v1/treatments/{code}', {params: {path: {code}, header: version(seen)}});
  void menuAgain(client);
}

/** How long a treatment lasts here; without any, as long as the catalogue says. */
export async function keepLengths(client: QueryClient, known: Clinic, code: string, lengthsMinutes: number[]) {
  const params = {path: {id: known.id, code}, header: version(known.version)};
  const kept = await told(
    lengthsMinutes.length > 0
      ? api.PUT('/api/v1/clinics/{id}/treatments/{code}/lengths', {params, body: {lengthsMinutes}})
      : api.DELETE('/api/v1/clinics/{id}/treatments/{code}/lengths', {params}),
  );
  void menuAgain(client);
  await client.invalidateQueries({queryKey: clinic(known.id).queryKey});
  return kept;
}

// --- the team ---

export type Role = 'DESK' | 'CLINIC_ADMIN' | 'THERAPIST';
export type Member = {person: string; version: number; name?: string; mail?: string; roles: Role[]; therapistId?: string};
export type Invitation = {id: string; version: number; clinicId: string; mail: string; roles: Role[]; therapistId?: string; expiresAt: string};

export const members = (id: string) =>
  queryOptions({
    queryKey: ['team', id, 'members'],
    queryFn: async () => (await told(api.GET('/api/v1/clinics/{id}/members', {params: {path: {id}}}))).members as Member[],
    staleTime: 5_000,
  });

export const invitations = (id: string) =>
  queryOptions({
    queryKey: ['team', id, 'invitations'],
    queryFn: async () => (await told(api.GET('/api/v1/clinics/{id}/invitations', {params: {path: {id}}}))).invitations as Invitation[],
    staleTime: 5_000,
  });

async function withTeam<T>(client: QueryClient, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } finally {
    void client.invalidateQueries({queryKey: ['team']});
    void client.invalidateQueries({queryKey: ['me']});
  }
}

export const invite = (client: QueryClient, id: string, body: ToTherapist<'InvitationRequest'>, key: string) =>
  withTeam(client, told(api.POST('/api/v1/clinics/{id}/invitations', {params: {path: {id}, header: {'Idempotency-Key': key}}, body})));

export const takeBack = (client: QueryClient, {id: invitationId, clinicId: id, version: seen}: Invitation) =>
  withTeam(client, api.DELETE('/api/v1/clinics/{id}/invitations/{invitationId}', {params: {path: {id, invitationId}, header: version(seen)}}));

export const changeMember = (client: QueryClient, id: string, {person, version: seen, therapistId}: Member, roles: Role[]) =>
  withTeam(
    client,
    told(
      api.PUT('/api/v1/clinics/{id}/members/{person}', {
        params: {path: {id, person}, header: version(seen)},
        body: {roles, ...(roles.includes('THERAPIST') && therapistId && {therapistId})},
      }),
    ),
  );

export const removeMember = (client: QueryClient, id: string, {person, version: seen}: Member) =>
  withTeam(client, api.DELETE('/api/v1/clinics/{id}/members/{person}', {params: {path: {id, person}, header: version(seen)}}));

/** One's own leaving. @param seen the version of one's memberships */
export const leave = (client: QueryClient, clinicId: string, seen: number) =>
  withTeam(client, api.DELETE('/api/v1/me/memberships/{clinicId}', {params: {path: {clinicId}, header: version(seen)}}));

// --- what is said in messages ---

export type Kind = NonNullable<OfNotification<'DeliveryView'>['kind']>;
export type Script = OfNotification<'ScriptView'>;
export type Preview = OfNotification<'PreviewView'>;
type OfScript = {kind: Kind; language: string; clinicId: string};
const scriptAt = ({kind, language, clinicId}: OfScript) => ({path: {kind, language}, query: {clinicId}});

export const script = (of: OfScript) =>
  queryOptions({
    queryKey: ['script', of],
    queryFn: () => told(api.GET('/api/v1/message-scripts/{kind}/{language}', {params: scriptAt(of)})),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

export async function keepScript(client: QueryClient, of: OfScript, seen: number, text: string) {
  const kept = await told(
    api.PUT('/api/v1/message-scripts/{kind}/{language}', {params: {...scriptAt(of), header: version(seen)}, body: {text}}),
  );
  client.setQueryData(script(of).queryKey, kept);
  return kept;
}

export async function removeScript(client: QueryClient, of: OfScript, seen: number) {
  await api.DELETE('/api/v1/message-scripts/{kind}/{language}', {params: {...scriptAt(of), header: version(seen)}});
  await client.invalidateQueries({queryKey: script(of).queryKey});
}

export const preview = (of: OfScript, text: string) =>
  told(api.POST('/api/v1/message-scripts/{kind}/{language}/previews', {params: scriptAt(of), body: {text}}));

// --- webhooks ---

export type Webhook = OfNotification<'EndpointView'> & {description?: string; formerKeyUntil?: string; disabledReason?: string; failingSince?: string};
export type Trial = {taken: boolean; status?: number; reason?: string};

export const webhooks = (clinicId: string) =>
  queryOptions({
    queryKey: ['webhooks', clinicId],
    queryFn: async () => (await told(api.GET('/api/v1/webhooks', {params: {query: {clinicId}}}))).webhooks as Webhook[],
    staleTime: 5_000,
  });

async function withWebhooks<T>(client: QueryClient, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } finally {
    void client.invalidateQueries({queryKey: ['webhooks']});
  }
}

type SeenHook = {id: string; version: number};
const hookAt = ({id, version: seen}: SeenHook) => ({params: {path: {id}, header: version(seen)}});

export const addWebhook = (client: QueryClient, clinicId: string, body: {address: string; description?: string; types: string[]}, key: string) =>
  withWebhooks(client, told(api.POST('/api/v1/webhooks', {params: {query: {clinicId}, header: {'Idempotency-Key': key}}, body})));
export const rotateWebhook = (client: QueryClient, hook: SeenHook) => withWebhooks(client, told(api.PUT('/api/v1/webhooks/{id}/rotation', hookAt(hook))));
export const switchWebhook = (client: QueryClient, hook: SeenHook, enabled: boolean) =>
  withWebhooks(client, told(api.PUT('/api/v1/webhooks/{id}/status', {...hookAt(hook), body: {enabled}})));
export const removeWebhook = (client: QueryClient, hook: SeenHook) => withWebhooks(client, api.DELETE('/api/v1/webhooks/{id}', hookAt(hook)));
export const tryWebhook = async ({id}: SeenHook) => (await told(api.POST('/api/v1/webhooks/{id}/tests', {params: {path: {id}}}))) as Trial;
export const secretOf = async ({id}: SeenHook) => (await told(api.GET('/api/v1/webhooks/{id}/secret', {params: {path: {id}}}))).secret;

export type HookMessage = {webhookId: string; type: string; state: 'DUE' | 'SENT' | 'FAILED'; attempts: number; recordedAt: string; status?: number; reason?: string; sentAt?: string};
export const hookMessages = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'messages', id],
    queryFn: async () => (await told(api.GET('/api/v1/webhooks/{id}/messages', {params: {path: {id}}}))).messages as HookMessage[],
    staleTime: 5_000,
  });
export const resendHook = (client: QueryClient, id: string, webhookId: string) =>
  withWebhooks(client, api.POST('/api/v1/webhooks/{id}/messages/{webhookId}/resends', {params: {path: {id, webhookId}}}));
