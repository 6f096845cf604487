import type { StoredLink, StoredTask } from '../plan/stored-plan.js';
import { byKey } from '../template/by-key.js';
import type { TemplateLink } from '../template/template-content.js';
import type { LineKey } from './offered-lines.js';
import type { Taking } from './take-lines.js';

export interface Ids {
  readonly idOf: ReadonlyMap<string, string>;
  readonly isChosen: (key: string, part: LineKey['part']) => boolean;
  readonly taking: Taking;
}

/**
 * The links of a plan after those into the chosen tasks became what the later version has: the ones of the earlier version that
 * it has no more go, its own come; links that people made stay.
 */
export function linksTaken(
  links: readonly StoredLink[],
  tasks: readonly StoredTask[],
  { idOf, isChosen, taking }: Ids,
): { readonly links: readonly StoredLink[]; readonly leftOut: readonly string[] } {
  const there = new Set(tasks.map(({ taskId }) => taskId));
  const names = new Map(taking.later.tasks.map(({ key, name }) => [key, name]));
  const [was, will] = [taking.base.links, taking.later.links].map((all) => byKey(all, ({ toKey }) => toKey));
  const found = new Map(
    links
      .filter(({ fromTaskId, toTaskId }) => there.has(fromTaskId) && there.has(toTaskId))
      .map((link) => [placeOf(link), link]),
  );
  const leftOut: string[] = [];
  for (const [key, toTaskId] of idOf) {
    if (!isChosen(key, 'links') && !isChosen(key, 'task')) continue;
    for (const old of was!.get(key) ?? []) {
      const fromTaskId = idOf.get(old.fromKey);
      if (fromTaskId !== undefined) found.delete(placeOf({ fromTaskId, toTaskId, kind: old.kind }));
    }
    for (const link of will!.get(key) ?? []) {
      const fromTaskId = idOf.get(link.fromKey);
      if (fromTaskId === undefined) {
        leftOut.push(`"${names.get(key)}" waits for "${names.get(link.fromKey)}", which is not in the plan.`);
        continue;
      }
      const stored = storedLink(link, { fromTaskId, toTaskId });
      found.set(placeOf(stored), stored);
    }
  }
  return { links: [...found.values()], leftOut };
}

function placeOf({
  fromTaskId,
  toTaskId,
  kind,
}: Pick<StoredLink, 'fromTaskId' | 'toTaskId' | 'kind'>): string {
  return `${fromTaskId} ${toTaskId} ${kind}`;
}

function storedLink(
  { kind, lagKind, lagMinutes, lagPercent }: TemplateLink,
  ends: Pick<StoredLink, 'fromTaskId' | 'toTaskId'>,
): StoredLink {
  return { ...ends, kind, lagKind, lagMinutes, lagPercent };
}
