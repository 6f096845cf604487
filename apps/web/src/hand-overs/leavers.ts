import type { HandOver, OpenApproval } from '@meridian/contracts-resourcing';

export interface Leaver {
  readonly personId: string;
  readonly personName: string;
  readonly lastDay: string;
  readonly items: readonly HandOver[];
  readonly approvals: readonly OpenApproval[];
}

/** What is to be handed over and what waits for a decision, by who leaves; who leaves first stands first. */
export function leavers(
  handOvers: readonly HandOver[],
  approvals: readonly OpenApproval[] = [],
): readonly Leaver[] {
  const known = new Map([...approvals, ...handOvers].map((one) => [one.personId, one]));
  return [...known.values()]
    .map(({ personId, personName, lastDay }) => ({
      personId,
      personName,
      lastDay,
      items: handOvers.filter((one) => one.personId === personId),
      approvals: approvals.filter((one) => one.personId === personId),
    }))
    .sort(
      (one, other) =>
        one.lastDay.localeCompare(other.lastDay) || one.personName.localeCompare(other.personName),
    );
}

export const kindWords: Readonly<Record<HandOver['kind'], string>> = {
  'running-work': 'Work that goes on',
  'project-manager': 'Manages a project',
  'project-sponsor': 'Sponsors a project',
  'line-manager': 'Decides for a person',
};
