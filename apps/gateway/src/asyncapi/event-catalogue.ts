type Json = Readonly<Record<string, any>>;

export interface CatalogueField {
  /** `tasks[].wbs` */
  readonly path: string;
  /** `whole number`, `list of PlannedTask` */
  readonly form: string;
  readonly isOptional: boolean;
  readonly description: string;
}

/** An event or a request as people read about it. */
export interface CatalogueEntry {
  /** `projects.task-progressed.v1`: its anchor. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'event' | 'command' | 'query';
  readonly owner: string;
  readonly address: string;
  readonly description: string;
  /** Services that consume the event, or ask the request. */
  readonly users: readonly string[];
  readonly fields: readonly CatalogueField[];
  readonly answer?: { readonly title: string; readonly fields: readonly CatalogueField[] };
  /** JSON, indented. */
  readonly example?: string;
}

/** Reads the AsyncAPI document of the contracts for the page: by owner, events before requests. */
export function eventCatalogue(document: Json): ReadonlyMap<string, readonly CatalogueEntry[]> {
  const byOwner = new Map<string, CatalogueEntry[]>();
  for (const [key, channel] of Object.entries(document['channels'] as Record<string, Json>)) {
    const facts = channel['x-meridian'] as { owner: string } | undefined;
    if (!facts) continue; // answers are told with their requests
    byOwner.set(facts.owner, [...(byOwner.get(facts.owner) ?? []), entryOf(document, key, channel)]);
  }
  for (const list of byOwner.values())
    list.sort((a, b) => order(a) - order(b) || (a.title < b.title ? -1 : 1));
  return byOwner;
}

function entryOf(document: Json, key: string, channel: Json): CatalogueEntry {
  const { owner, kind } = channel['x-meridian'];
  const message = document['components'].messages[key] as Json;
  const answer = document['components'].messages[`${key}.answer`] as Json | undefined;
  const payload = message['examples']?.[0]?.payload as object | undefined;
  return {
    key,
    kind,
    owner,
    title: channel['title'],
    address: channel['address'],
    description: channel['description'] ?? '',
    users: usersOf(document, key, kind === 'event' ? 'receive' : 'send'),
    fields: fieldsOf(document, message['payload']),
    answer: answer && { title: answer['title'], fields: fieldsOf(document, answer['payload']) },
    example: payload && JSON.stringify(payload, null, 2),
  };
}

function usersOf(document: Json, key: string, action: 'send' | 'receive'): readonly string[] {
  const operations = Object.values(document['operations'] as Record<string, Json>);
  const found = operations.filter(
    (one) => one['action'] === action && one['channel'].$ref === `#/channels/${key}`,
  );
  const names = found.flatMap((one) => (one['tags'] as readonly { name: string }[]).map(({ name }) => name));
  return [...new Set(names)].sort();
}

/** The fields of an object with those of the objects within it; a class that holds itself is not opened twice. */
function fieldsOf(
  document: Json,
  schema: Json,
  above = '',
  opened: readonly string[] = [],
): CatalogueField[] {
  const { target, name } = resolved(document, schema);
  if (name !== undefined && opened.includes(name)) return [];
  const within = name === undefined ? opened : [...opened, name];
  return Object.entries((target['properties'] ?? {}) as Record<string, Json>).flatMap(([field, value]) => {
    const isList = value['type'] === 'array';
    const member = isList ? ((value['items'] ?? {}) as Json) : value;
    const path = above === '' ? field : `${above}.${field}`;
    const isOptional = !((target['required'] ?? []) as string[]).includes(field);
    const described = value['description'] ?? resolved(document, member).target['description'] ?? '';
    const own = {
      path,
      form: formOf(document, member, isList),
      isOptional,
      description: described as string,
    };
    return [own, ...fieldsOf(document, member, isList ? `${path}[]` : path, within)];
  });
}

function formOf(document: Json, member: Json, isList: boolean): string {
  const { target, name } = resolved(document, member);
  const limits = [
    target['enum'] && `one of ${(target['enum'] as unknown[]).map(String).join(', ')}`,
    target['format'],
    inWords(target['pattern'] as string | undefined),
    range(target['minimum'], target['maximum'], ''),
    range(target['minLength'], target['maxLength'], ' characters'),
  ].filter(Boolean);
  const type = name?.split('.').at(-1) ?? ([target['type'] ?? 'anything'].flat() as string[]).join(' or ');
  const form = [type, ...limits].join(', ');
  return isList ? `list of ${form}` : form;
}

/** The patterns that contracts use again and again. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^\\d{4}-\\d{2}-\\d{2}$': 'date YYYY-MM-DD',
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$': 'local time YYYY-MM-DDThh:mm:ss',
  '^-?\\d{1,18}$': 'whole number as text',
  '^-?\\d{1,15}(\\.\\d{1,6})?$': 'decimal number as text',
  '^[A-Z]{3}$': 'three capital letters',
};

function inWords(pattern: string | undefined): string | undefined {
  return pattern === undefined ? undefined : (PATTERNS[pattern] ?? `/${pattern}/`);
}

function range(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  if (least === undefined && most === undefined) return undefined;
  if (most === undefined) return `from ${least}${unit}`;
  return least === undefined ? `up to ${most}${unit}` : `${least} to ${most}${unit}`;
}

function resolved(document: Json, schema: Json): { readonly target: Json; readonly name?: string } {
  const reference = schema['$ref'] as string | undefined;
  if (reference === undefined) return { target: schema };
  const name = reference.replace('#/components/schemas/', '');
  return { target: document['components'].schemas[name] as Json, name };
}

function order({ kind }: CatalogueEntry): number {
  return kind === 'event' ? 0 : 1;
}
