import type { PeoplePage } from '@meridian/contracts-resourcing';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from '../gateway/ask.js';
import { meQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { ownPeopleQuery } from './own-people-query.js';

const mostPages = 10;

const personNamesQuery = queryOptions({
  queryKey: ['person-names'],
  queryFn: ({ signal }) => readNames(signal),
  staleTime: 10 * 60_000,
});

/** Names by person id: of everybody for who reads the list of people, of the own people for a line manager. */
export type PersonNames = ReadonlyMap<string, string>;

/** @param known names that the page has anyway: the manager of its project */
export function usePersonNames(known: PersonNames = new Map()): PersonNames {
  const me = useQuery(meQuery).data;
  const mayRead = useMay('resource:read') === true;
  const isManager = useMay('time:decide') === true && !mayRead;
  const names = useQuery({ ...personNamesQuery, enabled: mayRead }).data;
  const people = useQuery({ ...ownPeopleQuery, enabled: isManager }).data?.people ?? [];
  const own = people.map(({ personId, personName }) => [personId, personName] as const);
  return new Map([...(names ?? []), ...own, ...known, ...(me ? [[me.personId, me.name] as const] : [])]);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Whether it is the id of a person, and not the name of a system. */
export function isPerson(by: string): boolean {
  return uuid.test(by);
}

/** Who did it: the name, or the system by its own; an id that no name is known for is cut, the whole is in the tip. */
export function nameOf(names: PersonNames, by: string): string {
  return names.get(by) ?? (isPerson(by) ? `Person ${by.slice(0, 8)}` : by);
}

async function readNames(signal: AbortSignal): Promise<PersonNames> {
  const names = new Map<string, string>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask<PeoplePage>('/v1/people', { cursor, limit: 200 }, signal);
    for (const { personId, name } of answer.people) names.set(personId, name);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return names;
}
