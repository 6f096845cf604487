import type { DeliverablesFigures, PartnersFigures } from '@meridian/contracts-resourcing';
import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { ask } from '../gateway/ask.js';

/** First parts of the keys: what a change of a partner, its people or its deliverables reads again. */
export const partnerKeys: readonly QueryKey[] = [
  ['partners'],
  ['deliverables'],
  ['hand-overs'],
  ['bookings'],
];

export const partnersQuery = queryOptions({
  queryKey: ['partners'],
  queryFn: ({ signal }) => ask<PartnersFigures>('/v1/partners', {}, signal),
});

/** What partners deliver, as far as the reader has to do with it. */
export const deliverablesQuery = queryOptions({
  queryKey: ['deliverables'],
  queryFn: ({ signal }) => ask<DeliverablesFigures>('/v1/deliverables', {}, signal),
});
