import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {keyOf} from './bookings';
import {api, told, version, type OfBooking, type ToBooking} from './client';
import {rememberSeries, type Series} from './series';

export type Plan = OfBooking<'PlanView'>;
export type PlanDate = OfBooking<'DateView'>;

/** About a body, so it is asked anew each time and kept by nobody on the way. */
const SEALED = {staleTime: 0, gcTime: 0};

export const plans = (clientId: string) =>
  queryOptions({
    queryKey: ['plans', clientId],
    queryFn: async () => (await told(api.GET('/api/v1/clients/{id}/plans', {params: {path: {id: clientId}}}))).plans,
    ...SEALED,
  });

export async function makePlan(client: QueryClient, clientId: string, wish: ToBooking<'OwnPlanRequest'>): Promise<Plan> {
  const made = await told(api.POST('/api/v1/clients/{id}/plans', {params: {path: {id: clientId}, header: keyOf(['plan', wish])}, body: wish}));
  void client.invalidateQueries({queryKey: ['plans']});
  return made as Plan;
}

export async function endPlan(client: QueryClient, plan: Plan): Promise<void> {
  await told(api.PUT('/api/v1/plans/{id}/end', {params: {path: {id: plan.id}, header: version(plan.version)}}));
  void client.invalidateQueries({queryKey: ['plans']});
}

/** Dates as often as one should come, from that first one. Nothing is held. */
export const dates = (plan: Plan, start: string) =>
  queryOptions({
    queryKey: ['free', 'plan', plan.id, plan.version, start],
    queryFn: () => told(api.POST('/api/v1/plans/{id}/proposals', {params: {path: {id: plan.id}}, body: {start}})),
    staleTime: 20_000,
  });

export async function holdPlanned(client: QueryClient, plan: Plan, visits: {therapistId: string; start: string}[]): Promise<Series> {
  const held = await told(api.POST('/api/v1/plans/{id}/series', {params: {path: {id: plan.id}, header: keyOf([plan.id, visits])}, body: {visits}}));
  return rememberSeries(client, held as Series);
}
