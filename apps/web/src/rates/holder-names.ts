import { useQuery } from '@tanstack/react-query';
import { partnersQuery } from '../partners/partner-queries.js';
import { usePersonNames } from '../people/person-names.js';
import type { PersonNames } from '../people/person-names.js';

/** Names of whom rates are for: people and partners. */
export function useHolderNames(): PersonNames {
  const partners = useQuery(partnersQuery).data?.partners ?? [];
  return usePersonNames(new Map(partners.map(({ partnerId, name }) => [partnerId, name])));
}
