import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { validateContract } from '@meridian/bus';
import { asyncApiFaults } from './asyncapi-rules.js';
import { EVENTS, REQUESTS } from './contracts.js';
import { ASYNCAPI_PATH, readJson } from './release-files.js';

type Json = Record<string, any>;
const released = readJson(ASYNCAPI_PATH) as Json;
const operations = Object.entries(released['operations'] as Record<string, Json>);

test('the document keeps the rules of AsyncAPI 3.0', () => {
  expect(asyncApiFaults(released)).toEqual([]);
});

test('every event has a channel with its partitions, announced by its owner alone', () => {
  for (const { owner, contract } of EVENTS) {
    const channel = Object.entries(released['channels'] as Record<string, Json>).find(
      ([, { address }]) => address === `${contract.subject}.{partition}`,
    );
    expect(channel?.[1]['parameters'].partition.enum).toHaveLength(16);
    const senders = operations.filter(
      ([, one]) => one['action'] === 'send' && one['channel'].$ref === `#/channels/${channel?.[0]}`,
    );
    expect(senders.map(([, { tags }]) => tags)).toEqual([[{ name: owner }]]);
  }
});

test('every request is received by its owner in one queue group, with its answer', () => {
  for (const { owner, contract } of REQUESTS) {
    const [key] = Object.entries(released['channels'] as Record<string, Json>).find(
      ([, { address }]) => address === contract.subject,
    )!;
    const [answering] = operations.filter(
      ([, one]) => one['action'] === 'receive' && one['channel'].$ref === `#/channels/${key}`,
    );
    expect(answering![1]['bindings']).toEqual({ nats: { queue: owner, bindingVersion: '0.1.0' } });
    expect(answering![1]['reply'].channel.$ref).toBe(`#/channels/${key}.answer`);
  }
});

test('every event shows a golden example that its contract takes, and the headers of CloudEvents', () => {
  const headers = Object.keys(released['components'].messageTraits.cloudEvent.headers.properties);
  expect(headers).toEqual(
    expect.arrayContaining(['ce-id', 'ce-source', 'ce-type', 'ce-specversion', 'ce-sequence']),
  );
  for (const { contract } of EVENTS) {
    const message = released['components'].messages[contract.subject!.replace('events.', '')];
    expect(message.traits).toEqual([{ $ref: '#/components/messageTraits/cloudEvent' }]);
    expect(message.examples.length).toBeGreaterThanOrEqual(1);
    for (const { payload } of message.examples) expect(validateContract(contract, payload)).toEqual([]);
  }
});

describe('a fault is found:', () => {
  const progress = 'projects.task-progressed.v1';
  test.each<[string, (document: Json) => void, string]>([
    ['an older version', (d) => (d['asyncapi'] = '2.6.0'), 'must be 3.0.0'],
    ['no title', (d) => delete d['info'].title, 'needs title and version'],
    ['a part that does not exist', (d) => (d['topics'] = {}), '#/topics is not known'],
    ['a server without host', (d) => delete d['servers'].broker.host, 'needs host and protocol'],
    ['a parameter nobody declared', (d) => delete d['channels'][progress].parameters, 'uses {partition}'],
    ['a parameter nobody uses', (d) => (d['channels'][progress].address = 'x'), 'does not use {partition}'],
    ['a channel without messages', (d) => (d['channels'][progress].messages = {}), 'carries no message'],
    [
      'a parameter with a schema',
      (d) => (d['channels'][progress].parameters.partition.schema = {}),
      'may not say schema',
    ],
    [
      'a schema that is gone',
      (d) => delete d['components'].schemas['projects.PlannedTask'],
      'which is not there',
    ],
    ['an action of version 2', (d) => (firstOf(d)['action'] = 'publish'), 'must be send or receive'],
    ['an operation without channel', (d) => delete firstOf(d)['channel'], 'has no channel'],
    [
      'a message of another channel',
      (d) => (firstOf(d)['messages'] = [{ $ref: '#/components/messages/busy' }]),
      'does not carry',
    ],
    [
      'a binding NATS does not have',
      (d) => (firstOf(d)['bindings'] = { nats: { subject: 'x' } }),
      'may not say subject',
    ],
    ['a required field that is not there', (d) => delete schemaOf(d).properties.taskId, 'requires taskId'],
    ['a type that is none', (d) => (schemaOf(d).properties.taskId.type = 'uuid'), 'uuid is no type'],
    ['a pattern that is none', (d) => (schemaOf(d).properties.asOf.pattern = '('), 'its pattern is none'],
    [
      'a correlation id that is no header',
      (d) => (d['components'].messageTraits.cloudEvent.correlationId.location = '$message.header#/id'),
      'is no header',
    ],
  ])('%s', (_what, change, fault) => {
    const document = structuredClone(released);
    change(document);
    expect(asyncApiFaults(document).join('\n')).toContain(fault);
  });

  const firstOf = (d: Json): Json => d['operations'][`projects.announces.${progress}`];
  const schemaOf = (d: Json): Json => d['components'].schemas['projects.TaskProgressed'];
});
