import type { OwnPeopleFigures } from '@meridian/contracts-resourcing';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../gateway/ask.js';

/** The people whose line manager the reader is. */
export const ownPeopleQuery = queryOptions({
  queryKey: ['own-people'],
  queryFn: ({ signal }) => ask<OwnPeopleFigures>('/v1/own-people', {}, signal),
});
