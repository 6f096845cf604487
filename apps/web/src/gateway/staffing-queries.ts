import type { SponsoredDecisions } from '@meridian/contracts-governance';
import type {
  BookingFileFigures,
  BookingWork,
  BookingWorkFigures,
  HandOversFigures,
  PersonSkillsFigures,
  PersonTimeFigures,
  SkillMatrixFigures,
  StaffingSuggestions,
} from '@meridian/contracts-resourcing';
import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { ask } from './ask.js';
import { send } from './send.js';

export type BookingListName = NonNullable<BookingWork['list']>;

/** What is read again when somebody was booked or freed. */
export function bookingKeys(projectId: string): readonly QueryKey[] {
  return [['bookings'], ['staffing'], ['project', projectId], ['capacity-heat-map'], ['hand-overs']];
}

/** Bookings that the reader has to do with. */
export const bookingsQuery = (list: BookingListName) =>
  queryOptions({
    queryKey: ['bookings', 'list', list],
    queryFn: ({ signal }) => ask<BookingWorkFigures>('/v1/bookings', { list }, signal),
  });

export const bookingFileQuery = (projectId: string, assignmentId: string) =>
  queryOptions({
    queryKey: ['bookings', 'file', assignmentId],
    queryFn: ({ signal }) =>
      ask<BookingFileFigures>(`${assignmentPath(projectId, assignmentId)}/booking`, {}, signal),
  });

/** One person for each resource of a plan that is nobody yet. */
export const suggestionsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['staffing', projectId],
    queryFn: () =>
      send<StaffingSuggestions>({
        method: 'POST',
        path: '/v1/staffing-suggestions',
        body: { projectIds: [projectId] },
        key: crypto.randomUUID(),
      }),
  });

/** Skills of the reader, or of a person. */
export const personSkillsQuery = (personId: string | undefined) =>
  queryOptions({
    queryKey: ['skills', 'person', personId ?? ''],
    queryFn: ({ signal }) => ask<PersonSkillsFigures>('/v1/person-skills', { personId }, signal),
  });

/** Who can do what, as far as it counts today. */
export const skillMatrixQuery = (minimumLevel: number) =>
  queryOptions({
    queryKey: ['skills', 'matrix', minimumLevel],
    queryFn: ({ signal }) => ask<SkillMatrixFigures>('/v1/skill-matrix', { minimumLevel }, signal),
  });

export const handOversQuery = queryOptions({
  queryKey: ['hand-overs'],
  queryFn: ({ signal }) => ask<HandOversFigures>('/v1/hand-overs', {}, signal),
});

/** What waits for these people as sponsors; the key begins as that of the hand-overs, so that they are read again together. */
export const sponsorDecisionsQuery = (sponsorPersonIds: readonly string[]) =>
  queryOptions({
    queryKey: ['hand-overs', 'sponsor-decisions', ...sponsorPersonIds],
    queryFn: ({ signal }) =>
      ask<SponsoredDecisions>(
        '/v1/sponsor-decisions',
        { sponsorPersonIds: sponsorPersonIds.join(',') },
        signal,
      ),
    enabled: sponsorPersonIds.length > 0,
  });

/** Weeks of the reader, or of a person, up to this one. */
export const personTimeQuery = (personId: string | undefined, weeks: number) =>
  queryOptions({
    queryKey: ['time', 'compared', personId ?? '', weeks],
    queryFn: ({ signal }) => ask<PersonTimeFigures>('/v1/person-time', { personId, weeks }, signal),
  });

export function assignmentPath(projectId: string, assignmentId: string): string {
  return `/v1/projects/${encodeURIComponent(projectId)}/assignments/${encodeURIComponent(assignmentId)}`;
}
