/** What cancelling late and not coming cost, as shares of the price. */
export type Terms = {freeMinutes: number; latePercent: number; noShowPercent: number};

/** The fees at a price, in its smallest unit; none for being late where one can't be late. Half a cent is rounded up, as the services do. */
export function feesAt({freeMinutes, latePercent, noShowPercent}: Terms, cents: number): {late?: number; missed: number} {
  const share = (percent: number) => Math.floor((cents * percent + 50) / 100);
  const missed = share(noShowPercent);
  return freeMinutes === 0 || latePercent === 0 ? {missed} : {late: share(latePercent), missed};
}
