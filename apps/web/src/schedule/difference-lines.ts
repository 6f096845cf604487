import type { PlanDifferences } from '@meridian/contracts-projects';

/** One kind of difference with its first lines and how many there are. */
export interface DifferenceKind {
  readonly title: string;
  readonly count: number;
  readonly lines: readonly string[];
}

/** The differences of two plans in words; kinds of which there are none are left out. Dates are told elsewhere. */
export function differenceLines(found: PlanDifferences): readonly DifferenceKind[] {
  const kinds: readonly DifferenceKind[] = [
    { title: 'Tasks added', count: found.addedCount, lines: found.added.map(({ name }) => name) },
    {
      title: 'Tasks removed',
      count: found.removedCount,
      lines: found.removed.map(({ name, percentComplete = 0 }) =>
        percentComplete > 0 ? `${name}, ${percentComplete} % complete` : name,
      ),
    },
    {
      title: 'Tasks renamed',
      count: found.renamedCount,
      lines: found.renamed.map(({ name, nameBefore = '' }) => `${nameBefore} → ${name}`),
    },
    {
      title: 'Tasks elsewhere in the outline',
      count: found.movedCount,
      lines: found.moved.map(({ name, summaryBefore, summary }) =>
        summaryBefore === summary
          ? `${name}: another order`
          : `${name}: ${summaryBefore ?? 'the top'} → ${summary ?? 'the top'}`,
      ),
    },
    {
      title: 'Tasks changed',
      count: found.changedCount,
      lines: found.changed.map(({ name, changes }) => `${name}: ${changes.map(changeWords).join('; ')}`),
    },
    {
      title: 'Links',
      count: found.linksCount,
      lines: found.links.map(({ from, to, kind, change }) => `${change}: ${from} → ${to} (${kind})`),
    },
  ];
  return kinds.filter(({ count }) => count > 0);
}

function changeWords({
  field,
  before,
  after,
}: PlanDifferences['changed'][number]['changes'][number]): string {
  const words = field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words} ${before ?? 'none'} → ${after ?? 'none'}`;
}
