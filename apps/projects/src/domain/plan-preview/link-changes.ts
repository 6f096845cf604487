import type { StoredLink } from '../plan/stored-plan.js';
import type { Change, PlanVersion } from './plan-preview.js';

/** A link as people read it: the names of its ends and how it binds them. */
export interface NamedLink {
  readonly fromTaskId: string;
  readonly toTaskId: string;
  readonly from: string;
  readonly to: string;
  readonly kind: StoredLink['kind'];
}

export interface LinkChanges {
  readonly linksAdded: readonly (NamedLink & { readonly lag: string })[];
  readonly linksRemoved: readonly (NamedLink & { readonly lag: string })[];
  /** The same ends and kind with another lag. */
  readonly linksChanged: readonly (NamedLink & { readonly lag: Change })[];
}

/** Links that come, go, or get another lag. Two links of one kind between the same tasks are one. */
export function linkChanges(present: PlanVersion, incoming: PlanVersion): LinkChanges {
  const before = new Map(present.links.map((link) => [keyOf(link), link]));
  const after = new Map(incoming.links.map((link) => [keyOf(link), link]));
  const names = new Map([...present.tasks, ...incoming.tasks].map(({ taskId, name }) => [taskId, name]));
  const named = (link: StoredLink): NamedLink => ({
    fromTaskId: link.fromTaskId,
    toTaskId: link.toTaskId,
    from: names.get(link.fromTaskId) ?? link.fromTaskId,
    to: names.get(link.toTaskId) ?? link.toTaskId,
    kind: link.kind,
  });
  const only = (links: ReadonlyMap<string, StoredLink>, others: ReadonlyMap<string, StoredLink>) =>
    [...links]
      .filter(([key]) => !others.has(key))
      .map(([, link]) => ({ ...named(link), lag: lagText(link) }));
  return {
    linksAdded: only(after, before),
    linksRemoved: only(before, after),
    linksChanged: [...after].flatMap(([key, link]) => {
      const old = before.get(key);
      if (old === undefined || lagText(old) === lagText(link)) return [];
      return [{ ...named(link), lag: { from: lagText(old), to: lagText(link) } }];
    }),
  };
}

function keyOf({ fromTaskId, toTaskId, kind }: StoredLink): string {
  return `${fromTaskId} ${toTaskId} ${kind}`;
}

/** A lag in minutes or percent; empty when there is none. */
function lagText({ lagKind, lagMinutes, lagPercent }: StoredLink): string {
  const elapsed = lagKind === 'elapsed' || lagKind === 'elapsed-percent' ? ' elapsed' : '';
  if (lagPercent !== null) return `${lagPercent} %${elapsed}`;
  return lagMinutes === 0 ? '' : `${lagMinutes}${elapsed} minutes`;
}
