import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../gateway/queries.js';
import { usePersonNames } from '../people/person-names.js';
import { growthPlanQuery, hrPartnersQuery, notesQuery, teamQuery } from './growth-queries.js';

/** Whom the reader may name, by name: everybody for who reads the list of people, else those of the own circle. */
export function useKnownPeople(): readonly (readonly [string, string])[] {
  const me = useQuery(meQuery).data;
  const manager = useQuery(growthPlanQuery()).data?.lineManager;
  const partners = useQuery(hrPartnersQuery).data?.partners ?? [];
  const notes = useQuery(notesQuery).data?.notes ?? [];
  const mayDecide = me?.permissions.includes('time:decide') === true;
  const team = useQuery({ ...teamQuery(undefined), enabled: mayDecide }).data?.people ?? [];
  const circle = [...(manager ? [manager] : []), ...partners, ...team];
  const known = new Map([
    ...circle.map(({ personId, personName }) => [personId, personName] as const),
    ...notes.map(({ withPersonId, withName }) => [withPersonId, withName] as const),
  ]);
  const names = usePersonNames(known);
  return [...names]
    .filter(([id]) => id !== me?.personId)
    .sort(([, one], [, other]) => one.localeCompare(other));
}
