import { subjectParts } from '@meridian/bus';
import { answerEnvelope, cloudEventEnvelope, outcomes, requestEnvelope } from './asyncapi-envelopes.js';
import { componentSchemas, schemaKey } from './asyncapi-schemas.js';
import type { ContractSchema } from './contract-schema.js';
import { appsThat } from './usage.js';
import type { ContractUse } from './usage.js';

type Json = Readonly<Record<string, unknown>>;
type Entry = readonly [key: string, value: Json];

/** One contract with who is around it. */
interface Described {
  readonly schema: ContractSchema;
  readonly owner: string;
  /** `projects.task-progressed.v1` */
  readonly key: string;
  readonly uses: readonly ContractUse[];
  readonly examples: readonly object[];
}

const PARTITIONS = Array.from({ length: 16 }, (_, partition) => String(partition));

/**
 * The AsyncAPI 3.0 description of everything that services say to each other.
 *
 * @param examples golden examples by subject
 */
export function asyncApiDocument(
  schemas: readonly ContractSchema[],
  uses: readonly ContractUse[],
  examples: ReadonlyMap<string, readonly object[]>,
): Json {
  const contracts = schemas.map((schema): Described => {
    const { subject } = schema['x-meridian'];
    const { owner, name, major } = subjectParts(subject);
    return { schema, owner, key: `${owner}.${name}.v${major}`, uses, examples: examples.get(subject) ?? [] };
  });
  const owners = [...new Set(contracts.map(({ owner }) => owner))];
  return {
    asyncapi: '3.0.0',
    id: 'urn:meridian:services',
    info: infoOf(owners),
    defaultContentType: 'application/json',
    servers: { broker },
    channels: Object.fromEntries(contracts.flatMap(channelsOf)),
    operations: Object.fromEntries(contracts.flatMap(operationsOf)),
    components: {
      messages: { ...Object.fromEntries(contracts.flatMap(messagesOf)), ...outcomes },
      messageTraits: { cloudEvent: cloudEventEnvelope, request: requestEnvelope, answer: answerEnvelope },
      schemas: componentSchemas(schemas),
    },
  };
}

function infoOf(owners: readonly string[]): Json {
  return {
    title: 'Meridian: what services tell and ask each other',
    version: '1.0.0',
    description:
      'Events are CloudEvents 1.0 (NATS binding, binary mode), kept in one JetStream stream per owner and taken by one durable consumer per service: nothing lost, no effect twice, order kept per aggregate. Requests are NATS request/reply, answered by one queue group per service. A contract changes by adding optional fields; anything else is a new major beside the old one. Consumers keep fields they do not know; a service that is asked refuses them.',
    tags: owners.map((name) => ({ name, description: `Announced, consumed, asked or answered by ${name}.` })),
  };
}

const broker: Json = {
  host: '{broker}',
  protocol: 'nats',
  description: 'Services publish only below events.<own name> and answer only below requests.<own name>.',
  variables: { broker: { default: '127.0.0.1:4222', description: 'Host and port of the NATS server.' } },
};

function channelsOf({ schema, owner, key }: Described): Entry[] {
  const { subject, kind, aggregate } = schema['x-meridian'];
  const about = { title: schema.title, description: schema['description'] };
  const message = { [schema.title]: ref(`#/components/messages/${key}`) };
  const tags = [{ name: owner }];
  if (kind !== 'event') {
    const answers = { ok: ref(`#/components/messages/${key}.answer`), ...outcomeRefs };
    return [
      [key, { address: subject, ...about, messages: message, tags, 'x-meridian': { owner, kind } }],
      [`${key}.answer`, { address: null, title: `Answer to ${schema.title}`, messages: answers, tags }],
    ];
  }
  const partition = { enum: PARTITIONS, description: `FNV-1a of ${aggregate}, modulo 16.` };
  const address = `${subject}.{partition}`;
  const facts = { owner, kind, aggregate };
  return [
    [key, { address, ...about, parameters: { partition }, messages: message, tags, 'x-meridian': facts }],
  ];
}

const outcomeRefs = Object.fromEntries(
  Object.keys(outcomes).map((name) => [name, ref(`#/components/messages/${name}`)]),
);

function operationsOf({ schema, owner, key, uses }: Described): Entry[] {
  const { subject, kind } = schema['x-meridian'];
  const channel = ref(`#/channels/${key}`);
  const messages = [ref(`#/channels/${key}/messages/${schema.title}`)];
  const operation = (action: 'send' | 'receive', app: string, more: Json): Json => ({
    action,
    channel,
    messages,
    tags: [{ name: app }],
    ...more,
  });
  if (kind === 'event') {
    const summary = (app: string): string =>
      `${app} reads it with its durable consumer of the stream of ${owner}.`;
    return [
      [`${owner}.announces.${key}`, operation('send', owner, { summary: `${owner} announces it.` })],
      ...appsThat(uses, ['reacts'], subject).map((app): Entry => [
        `${app}.reacts.${key}`,
        operation('receive', app, { summary: summary(app) }),
      ]),
      ...appsThat(uses, ['watches'], subject).map((app): Entry => [
        `${app}.watches.${key}`,
        operation('receive', app, { summary: `${app} hears it as it passes, for screens that are open.` }),
      ]),
    ];
  }
  const reply = {
    channel: ref(`#/channels/${key}.answer`),
    messages: ['ok', ...Object.keys(outcomes)].map((name) =>
      ref(`#/channels/${key}.answer/messages/${name}`),
    ),
  };
  const bindings = { nats: { queue: owner, bindingVersion: '0.1.0' } };
  return [
    [`${owner}.answers.${key}`, operation('receive', owner, { reply, bindings })],
    ...appsThat(uses, ['asks'], subject).map((app): Entry => [
      `${app}.asks.${key}`,
      operation('send', app, { reply }),
    ]),
  ];
}

function messagesOf({ schema, owner, key, examples }: Described): Entry[] {
  const { kind, answer } = schema['x-meridian'];
  const trait = ref(`#/components/messageTraits/${kind === 'event' ? 'cloudEvent' : 'request'}`);
  const message = {
    name: schema.title,
    title: schema.title,
    summary: schema['description'],
    contentType: 'application/json',
    traits: [trait],
    payload: ref(`#/components/schemas/${schemaKey(owner, schema.title)}`),
    ...(examples.length > 0 ? { examples: examples.map(exampleOf) } : {}),
  };
  if (answer === undefined) return [[key, message]];
  const name = answer.replace('#/$defs/', '');
  const answered = {
    name,
    title: name,
    summary: schema.$defs?.[name]?.['description'],
    contentType: 'application/json',
    traits: [ref('#/components/messageTraits/answer')],
    payload: ref(`#/components/schemas/${schemaKey(owner, name)}`),
  };
  return [
    [key, message],
    [`${key}.answer`, answered],
  ];
}

function exampleOf(payload: object, index: number): Json {
  return { name: index === 0 ? 'golden' : `golden-${index + 1}`, payload };
}

function ref($ref: string): Json {
  return { $ref };
}
