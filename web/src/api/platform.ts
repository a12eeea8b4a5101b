import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {api, told, version, type OfBooking, type OfNotification, type OfTherapist} from './client';
import {Problem} from './problem';

// What who looks after the platform sees.

type Told = OfNotification<'LetterView'>;
export type Letter = Omit<Told, 'key' | 'decidedAt'> & Partial<Pick<Told, 'key' | 'decidedAt'>>;

export const deadLetters = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: async () => (await told(api.GET('/api/v1/dead-letters'))).deadLetters as Letter[],
  staleTime: 5_000,
  refetchInterval: 30_000,
});

export async function decide(client: QueryClient, {id}: Letter, choice: 'redrive' | 'discard') {
  const params = {path: {id}};
  await (choice === 'redrive' ? api.PUT('/api/v1/dead-letters/{id}/redrive', {params}) : api.PUT('/api/v1/dead-letters/{id}/discard', {params}));
  await client.invalidateQueries({queryKey: deadLetters.queryKey});
}

export type Invariants = OfBooking<'InvariantsView'>;
/** Has the book looked through, unless that was done within the last minute. */
export const invariants = queryOptions({
  queryKey: ['invariants'],
  queryFn: async () => (await told(api.GET('/api/v1/admin/invariants'))) as Omit<Invariants, 'report'> & {report?: Invariants['report']},
  staleTime: 30_000,
  // A look takes some seconds; then its report is there.
  refetchInterval: ({state}) => (state.data?.running ? 2_000 : 60_000),
});

export const PARTS = ['gateway', 'therapist', 'booking', 'notification'] as const;
export type Part = (typeof PARTS)[number];
export type Standing = {well: boolean; millis: number; status: number};

/** Of each part something small that it answers by itself; through the gateway, as everybody asks. */
const questions: Record<Part, () => Promise<unknown>> = {
  gateway: () => asked('/session'),
  therapist: () => told(api.GET('/api/v1/cancellation-presets')),
  booking: () => told(api.GET('/api/v1/intake-form')),
  notification: () => told(api.GET('/api/v1/inbox/unread')),
};

async function asked(address: string) {
  const answer = await fetch(address, {headers: {Accept: 'application/json'}}).catch(() => {
    throw Problem.unreachable();
  });
  if (!answer.ok) throw await Problem.of(answer);
  await answer.text();
}

export const health = (part: Part) =>
  queryOptions({
    queryKey: ['health', part],
    queryFn: async (): Promise<Standing> => {
      const began = performance.now();
      const status = await questions[part]().then(
        () => 200,
        (error: unknown) => (error instanceof Problem ? error.status : 0),
      );
      return {well: status === 200, millis: Math.round(performance.now() - began), status};
    },
    staleTime: 0,
    refetchInterval: 10_000,
  });

// --- moderation ---

export type Moderated = OfTherapist<'ModeratedReview'>;
export type Report = {reason: 'OFFENSIVE' | 'NAMES_SOMEBODY' | 'NOT_ABOUT_THE_SESSION' | 'ADVERTISING' | 'OTHER'; text?: string; at: string};

export const reported = (status: 'REPORTED' | 'HIDDEN') =>
  queryOptions({
    queryKey: ['moderation', status],
    queryFn: async () => (await told(api.GET('/api/v1/reviews', {params: {query: {status, limit: 100}}}))).reviews,
    staleTime: 5_000,
  });

export async function moderate(client: QueryClient, {review}: Moderated, decision: 'HIDE' | 'KEEP', reason: string) {
  try {
    return await told(
      api.PUT('/api/v1/reviews/{id}/moderation', {params: {path: {id: review.id}, header: version(review.version)}, body: {decision, reason}}),
    );
  } finally {
    void client.invalidateQueries({queryKey: ['moderation']});
  }
}
