import {queryOptions} from '@tanstack/react-query';
import {api, told, type OfTherapist} from '../../api/client';
import {AREAS} from '../../lib/areas';
import type {Complaint} from '../../lib/complaint';

export type Advice = OfTherapist<'GuideAnswer'>;
export type Reason = OfTherapist<'Reason'>;

/** What the guide says to this. Nothing of it is kept by the service. */
export const advice = (complaint: Complaint) =>
  queryOptions({
    queryKey: ['advice', complaint],
    queryFn: () => {
      const known = complaint.areas.filter((code) => AREAS.some((area) => area.code === code && area.known));
      const others = complaint.areas.filter((code) => !known.includes(code));
      const words = [complaint.words, ...others.map((code) => code.toLowerCase().replaceAll('_', ' '))].filter(Boolean).join('. ');
      return told(
        api.POST('/api/v1/guide', {
          body: {
            areas: known,
            qualities: complaint.qualities,
            pain: complaint.pain,
            health: complaint.health ?? [],
            ...(words && {words: words.slice(0, 2000)}),
          },
        }),
      );
    },
    staleTime: Infinity,
  });
