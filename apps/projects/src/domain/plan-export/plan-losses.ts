import type { PlanFile } from '../plan-file/plan-file.js';
import type { ElementKind } from '../plan-file/read-report.js';

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

type Flat = Map<string, string>;

interface Thing {
  readonly label: string;
  readonly fields: Flat;
}

/**
 * Where two versions of a plan differ, field by field: nothing when they say the same. Things are the same by their UIDs
 * (links by their ends and type); the order of tasks counts, that of everything else does not.
 */
export function planLosses(before: PlanFile, after: PlanFile): PlanLoss[] {
  const tally = new Tally();
  tally.compare(
    'project',
    thingsOf([before.header], () => 'project'),
    thingsOf([after.header], () => 'project'),
  );
  for (const [kind, key] of [
    ['calendar', 'calendars'],
    ['task', 'tasks'],
    ['resource', 'resources'],
    ['assignment', 'assignments'],
  ] as const) {
    tally.compare(kind, thingsOf<Numbered>(before[key], idOf), thingsOf<Numbered>(after[key], idOf));
  }
  tally.compare('link', thingsOf(before.links, ends), thingsOf(after.links, ends));
  if (orderOf(before) !== orderOf(after)) tally.add('task', 'order', before.header.name ?? 'project');
  return tally.losses();
}

/** The line of the whole project is the same whatever its UID. */
type Numbered = { readonly uid: number; readonly name?: string; readonly isProjectSummary?: boolean };

function idOf(thing: Numbered): string {
  return thing.isProjectSummary === true ? 'whole project' : String(thing.uid);
}

function ends(link: PlanFile['links'][number]): string {
  return `${link.predecessorUid} ${link.successorUid} ${link.type}`;
}

function orderOf({ tasks }: PlanFile): string {
  return tasks.map(idOf).join();
}

function thingsOf<T extends object>(items: readonly T[], key: (item: T) => string): Map<string, Thing> {
  return new Map(
    items.map((item) => {
      const name = 'name' in item && typeof item.name === 'string' ? `"${item.name}"` : key(item);
      const fields: Flat = new Map();
      flatten(item, '', fields);
      return [key(item), { label: name, fields }] as const;
    }),
  );
}

/** Names of list elements that tell them apart; elements without one are told apart by their place. */
const KEYS = ['number', 'weekday', 'fieldId', 'type'] as const;

function flatten(value: unknown, path: string, fields: Flat): void {
  if (Array.isArray(value)) {
    value.forEach((element: unknown, at) => flatten(element, `${path}[${elementKey(element, at)}]`, fields));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value))
      flatten(part, path === '' ? name : `${path}.${name}`, fields);
  } else if (value !== null && value !== undefined) {
    fields.set(path, String(value as string | number | bigint | boolean));
  }
}

function elementKey(element: unknown, at: number): string {
  if (typeof element !== 'object' || element === null) return String(at);
  const name = KEYS.find((key) => key in element);
  return name === undefined ? String(at) : String((element as Record<string, unknown>)[name]);
}

class Tally {
  private readonly found = new Map<
    string,
    { kind: PlanLoss['kind']; field: string; example: string; count: number }
  >();

  compare(
    kind: PlanLoss['kind'],
    before: ReadonlyMap<string, Thing>,
    after: ReadonlyMap<string, Thing>,
  ): void {
    for (const [key, thing] of before) {
      const other = after.get(key);
      if (other === undefined) this.add(kind, '*', thing.label);
      else for (const field of differing(thing.fields, other.fields)) this.add(kind, field, thing.label);
    }
    for (const [key, thing] of after) if (!before.has(key)) this.add(kind, '*', thing.label);
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

/** Paths without the keys of list elements, each once. */
function differing(before: Flat, after: Flat): Set<string> {
  const fields = new Set<string>();
  const note = (path: string): unknown => fields.add(path.replace(/\[[^\]]*\]/g, ''));
  for (const [path, value] of before) if (after.get(path) !== value) note(path);
  for (const path of after.keys()) if (!before.has(path)) note(path);
  return fields;
}
