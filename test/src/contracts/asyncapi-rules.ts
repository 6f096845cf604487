type Json = Readonly<Record<string, any>>;

const ACTIONS = new Set(['send', 'receive']);
const KEY = /^[A-Za-z0-9._-]+$/;
const TYPES = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);
const NATS_BINDING = new Set(['queue', 'bindingVersion']);

/**
 * Rules of AsyncAPI 3.0 that a description of services over NATS can break, read from the specification: form of the root,
 * references, channels and their parameters, operations and replies, messages, headers, schemas.
 *
 * @returns one sentence for each fault, with the place
 */
export function asyncApiFaults(document: Json): readonly string[] {
  return [
    ...rootFaults(document),
    ...referenceFaults(document, document, '#'),
    ...entries(document['channels']).flatMap(([key, channel]) => channelFaults(key, channel)),
    ...entries(document['operations']).flatMap(([key, operation]) =>
      operationFaults(key, operation, document),
    ),
    ...entries(document['components']?.messages).flatMap(([key, message]) =>
      messageFaults(key, message, document),
    ),
    ...entries(document['components']?.messageTraits).flatMap(([key, trait]) =>
      messageFaults(key, trait, document),
    ),
    ...entries(document['components']?.schemas).flatMap(([key, schema]) => schemaFaults(schema, key)),
  ];
}

function rootFaults(document: Json): string[] {
  const known = [
    'asyncapi',
    'id',
    'info',
    'defaultContentType',
    'servers',
    'channels',
    'operations',
    'components',
  ];
  const faults = Object.keys(document)
    .filter((key) => !known.includes(key) && !key.startsWith('x-'))
    .map((key) => `#/${key} is not known.`);
  if (document['asyncapi'] !== '3.0.0') faults.push('#/asyncapi must be 3.0.0.');
  if (!document['info']?.title || !document['info']?.version) faults.push('#/info needs title and version.');
  for (const [key, server] of entries(document['servers'])) {
    if (!server['host'] || !server['protocol']) faults.push(`#/servers/${key} needs host and protocol.`);
    faults.push(...undeclared(server['host'] ?? '', server['variables'], `#/servers/${key}/host`));
  }
  for (const part of ['channels', 'operations'])
    for (const [key] of entries(document[part]))
      if (!KEY.test(key)) faults.push(`#/${part}/${key} is no key.`);
  return faults;
}

/** Every `$ref` leads somewhere; examples are data and hold none. */
function referenceFaults(part: unknown, document: Json, path: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return entries(part as Json).flatMap(([key, value]) => {
    if (key === 'examples') return [];
    if (key !== '$ref') return referenceFaults(value, document, `${path}/${key}`);
    const reference = value as unknown as string;
    return found(document, reference) ? [] : [`${path} refers to ${reference}, which is not there.`];
  });
}

function channelFaults(key: string, channel: Json): string[] {
  const path = `#/channels/${key}`;
  const { address, parameters, messages } = channel;
  if (address !== null && typeof address !== 'string') return [`${path}/address must be text or null.`];
  const faults = undeclared(address ?? '', parameters, `${path}/address`);
  if (entries(messages).length === 0) faults.push(`${path} carries no message.`);
  for (const [name, parameter] of entries(parameters)) {
    const unknown = Object.keys(parameter).filter(
      (word) => !['enum', 'default', 'description', 'examples', 'location'].includes(word),
    );
    if (unknown.length > 0) faults.push(`${path}/parameters/${name} may not say ${unknown.join(', ')}.`);
  }
  return faults;
}

function operationFaults(key: string, operation: Json, document: Json): string[] {
  const path = `#/operations/${key}`;
  const faults = ACTIONS.has(operation['action']) ? [] : [`${path}/action must be send or receive.`];
  faults.push(...ofChannel(operation['channel'], operation['messages'], path, document));
  if (operation['reply']) {
    faults.push(
      ...ofChannel(operation['reply'].channel, operation['reply'].messages, `${path}/reply`, document),
    );
  }
  const words = Object.keys(operation['bindings']?.nats ?? {}).filter((word) => !NATS_BINDING.has(word));
  if (words.length > 0) faults.push(`${path}/bindings/nats may not say ${words.join(', ')}.`);
  if (entries(operation['tags']).some(([, tag]) => !tag['name'])) faults.push(`${path}/tags need names.`);
  return faults;
}

/** A channel is referred to at the root, and messages through the channel that carries them. */
function ofChannel(
  channel: Json | undefined,
  messages: readonly Json[] = [],
  path: string,
  document: Json,
): string[] {
  const address = String(channel?.['$ref']);
  if (!/^#\/channels\/[^/]+$/.test(address) || !found(document, address)) return [`${path} has no channel.`];
  return messages
    .filter(({ $ref }) => !String($ref).startsWith(`${address}/messages/`))
    .map(({ $ref }) => `${path} names ${String($ref)}, which its channel does not carry.`);
}

function messageFaults(key: string, message: Json, document: Json): string[] {
  const path = `message ${key}`;
  const faults = KEY.test(key) ? [] : [`${path} has no valid key.`];
  const traits = (message['traits'] ?? []).map(
    (trait: Json) => found(document, trait['$ref']) ?? {},
  ) as Json[];
  const headers = [message, ...traits].map((one) => one['headers'] as Json | undefined).find(Boolean);
  if (headers && headers['type'] !== 'object') faults.push(`${path}: headers must be an object.`);
  if (headers) faults.push(...schemaFaults(headers, `${path}/headers`));
  const location = message['correlationId']?.location as string | undefined;
  const [, header] = /^\$message\.header#\/(.+)$/.exec(location ?? '') ?? [];
  if (location !== undefined && !(header! in (headers?.['properties'] ?? {}))) {
    faults.push(`${path}: the correlation id is at ${location}, which is no header.`);
  }
  for (const [index, example] of entries(message['examples'])) {
    if (example['payload'] === undefined && example['headers'] === undefined)
      faults.push(`${path}: example ${index} is empty.`);
  }
  return faults;
}

function schemaFaults(schema: Json, path: string): string[] {
  if (schema['$ref'] !== undefined) return [];
  const types = [schema['type'] ?? []].flat() as string[];
  const faults = types.filter((type) => !TYPES.has(type)).map((type) => `${path}: ${type} is no type.`);
  const properties = entries(schema['properties']);
  const names = new Set(properties.map(([name]) => name));
  for (const name of schema['required'] ?? [])
    if (!names.has(name)) faults.push(`${path}: requires ${name}, which it lacks.`);
  if (schema['pattern'] !== undefined && !isPattern(schema['pattern']))
    faults.push(`${path}: its pattern is none.`);
  if (schema['enum']?.length === 0) faults.push(`${path}: allows no value.`);
  const below = schema['items'] ? [['[]', schema['items']] as const] : [];
  return [
    ...faults,
    ...[...properties, ...below].flatMap(([name, one]) => schemaFaults(one, `${path}.${name}`)),
  ];
}

/** `{partition}` in an address is declared, and what is declared is in the address. */
function undeclared(address: string, declared: Json | undefined, path: string): string[] {
  const used = [...address.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!);
  const names = Object.keys(declared ?? {});
  return [
    ...used
      .filter((name) => !names.includes(name))
      .map((name) => `${path} uses {${name}}, which is not declared.`),
    ...names.filter((name) => !used.includes(name)).map((name) => `${path} does not use {${name}}.`),
  ];
}

function found(document: Json, reference: string): Json | undefined {
  if (!reference.startsWith('#/')) return undefined;
  const parts = reference.slice(2).split('/');
  const at = parts.reduce<any>(
    (part, key) => part?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  );
  return at?.$ref === undefined ? at : found(document, at.$ref);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

function entries(part: unknown): [string, Json][] {
  return Object.entries((part ?? {}) as Record<string, Json>);
}
