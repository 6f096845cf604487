import type { HandOver } from '@meridian/contracts-resourcing';

export interface Leaver {
  readonly personId: string;
  readonly personName: string;
  readonly lastDay: string;
  readonly items: readonly HandOver[];
}

/** What is to be handed over, by who leaves, in the order given. */
export function leavers(handOvers: readonly HandOver[]): readonly Leaver[] {
  const found = new Map<string, { readonly first: HandOver; readonly items: HandOver[] }>();
  for (const item of handOvers) {
    const known = found.get(item.personId) ?? { first: item, items: [] };
    known.items.push(item);
    found.set(item.personId, known);
  }
  return [...found.values()].map(({ first: { personId, personName, lastDay }, items }) => ({
    personId,
    personName,
    lastDay,
    items,
  }));
}

export const kindWords: Readonly<Record<HandOver['kind'], string>> = {
  'running-work': 'Work that goes on',
  'project-manager': 'Manages a project',
  'project-sponsor': 'Sponsors a project',
  'line-manager': 'Decides for a person',
};
