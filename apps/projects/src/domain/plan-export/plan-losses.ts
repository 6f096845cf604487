import type { PlanFile } from '../plan-file/plan-file.js';
import type { ElementKind } from '../plan-file/read-report.js';
import { fieldDifferences } from './field-differences.js';

/** Something of a plan that another version of it does not say, or says differently. */
export interface PlanLoss {
  readonly kind: ElementKind | 'project';
  /** Path of the field, such as `actual.stop`; `*` when the whole thing is missing or is there in addition. */
  readonly field: string;
  /** How many things of this kind it concerns. */
  readonly count: number;
  /** The first of them, by name. */
  readonly example: string;
}

/**
 * Where two versions of a plan differ, field by field: nothing when they say the same. Things are the same by their UIDs
 * (links by their ends and type); the order of tasks counts, that of everything else does not.
 */
export function planLosses(before: PlanFile, after: PlanFile): PlanLoss[] {
  const tally = new Tally();
  tally.compare('project', [before.header], [after.header], () => 'project');
  tally.compare('calendar', before.calendars, after.calendars, idOf);
  tally.compare('task', before.tasks, after.tasks, idOf);
  tally.compare('resource', before.resources, after.resources, idOf);
  tally.compare('assignment', before.assignments, after.assignments, idOf);
  tally.compare('link', before.links, after.links, ends);
  if (orderOf(before) !== orderOf(after)) tally.add('task', 'order', before.header.name ?? 'project');
  return tally.losses();
}

/** The line of the whole project is the same whatever its UID. */
function idOf(thing: { readonly uid: number; readonly isProjectSummary?: boolean }): string {
  return thing.isProjectSummary === true ? 'whole project' : String(thing.uid);
}

function ends(link: PlanFile['links'][number]): string {
  return `${link.predecessorUid} ${link.successorUid} ${link.type}`;
}

function orderOf({ tasks }: PlanFile): string {
  return tasks.map(idOf).join();
}

class Tally {
  private readonly found = new Map<
    string,
    { kind: PlanLoss['kind']; field: string; example: string; count: number }
  >();

  compare<T extends object>(
    kind: PlanLoss['kind'],
    before: readonly T[],
    after: readonly T[],
    key: (item: T) => string,
  ): void {
    const others = new Map(after.map((item) => [key(item), item]));
    const known = new Set<string>();
    for (const item of before) {
      const id = key(item);
      known.add(id);
      const other = others.get(id);
      const fields = other === undefined ? ['*'] : fieldDifferences(item, other);
      for (const field of fields) this.add(kind, field, labelOf(item, id));
    }
    for (const item of after) if (!known.has(key(item))) this.add(kind, '*', labelOf(item, key(item)));
  }

  add(kind: PlanLoss['kind'], field: string, example: string): void {
    const key = `${kind} ${field}`;
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, { kind, field, example, count: 1 });
    else known.count += 1;
  }

  losses(): PlanLoss[] {
    return [...this.found.values()];
  }
}

function labelOf(item: object, key: string): string {
  return 'name' in item && typeof item.name === 'string' ? `"${item.name}"` : key;
}
