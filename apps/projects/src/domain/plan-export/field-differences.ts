/** Names of list elements that tell them apart; elements without one are told apart by their place. */
const KEYS = ['number', 'weekday', 'fieldId', 'type'] as const;

/**
 * Paths of the fields in which two values differ, each once: `actual.stop`, `baselines.costMinor`. What is null, undefined or
 * not there is the same.
 */
export function fieldDifferences(before: unknown, after: unknown): ReadonlySet<string> {
  const fields = new Set<string>();
  collect(before, after, '', fields);
  return fields;
}

function collect(before: unknown, after: unknown, path: string, fields: Set<string>): void {
  if (before === after) return;
  if (Array.isArray(before) || Array.isArray(after)) {
    const [one, other] = [keyed(before), keyed(after)];
    for (const [key, element] of one) collect(element, other.get(key), path, fields);
    for (const [key, element] of other) if (!one.has(key)) collect(undefined, element, path, fields);
  } else if (isObject(before) || isObject(after)) {
    const [one, other] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
    const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
    for (const name of Object.keys(one)) collect(one[name], other[name], below(name), fields);
    for (const name of Object.keys(other))
      if (!(name in one)) collect(undefined, other[name], below(name), fields);
  } else if ((before ?? null) !== (after ?? null)) fields.add(path);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function keyed(list: unknown): ReadonlyMap<string, unknown> {
  if (!Array.isArray(list)) return new Map();
  return new Map(list.map((element: unknown, at) => [keyOf(element, at), element]));
}

function keyOf(element: unknown, at: number): string {
  if (!isObject(element)) return String(at);
  const name = KEYS.find((key) => key in element);
  return name === undefined ? String(at) : String(element[name] as string | number);
}
