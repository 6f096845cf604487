import type { CheckState } from './check.js';
import { standsInTheWay } from './readiness.js';

/** A milestone that is not accepted, with its checks in order. */
interface UnacceptedMilestone {
  readonly milestoneId: string;
  readonly name: string;
  readonly dueOn: string;
  readonly checks: readonly {
    readonly checkId: string;
    readonly title: string;
    readonly isMandatory: boolean;
    readonly state: CheckState;
  }[];
}

export interface OpenItem {
  readonly kind: 'milestone' | 'check';
  readonly name: string;
  readonly itemId: string;
  readonly detail: string;
}

/** Longer names are cut. */
const NAME_CHARS = 300;

/** What keeps a project from being closed: every milestone that is not accepted, and the checks that keep it from that. */
export function openInQuality(milestones: readonly UnacceptedMilestone[]): readonly OpenItem[] {
  return milestones.flatMap(({ milestoneId, name, dueOn, checks }) => [
    {
      kind: 'milestone' as const,
      name: name.slice(0, NAME_CHARS),
      itemId: milestoneId,
      detail: `Due ${dueOn}, not accepted`,
    },
    ...checks.filter(standsInTheWay).map(({ checkId, title, state }) => ({
      kind: 'check' as const,
      name: title.slice(0, NAME_CHARS),
      itemId: checkId,
      detail: `${name.slice(0, 200)}: ${state}`,
    })),
  ]);
}
