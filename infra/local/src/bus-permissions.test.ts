import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { NatsConversation } from './nats-conversation.js';
import type { BusUser } from './nats-configuration.js';
import { startNats } from './nats-server.js';
import type { LocalNats } from './nats-server.js';

const SERVICES = [
  'projects',
  'budgeting',
  'resourcing',
  'quality',
  'governance',
  'reporting',
  'connectors',
] as const;
const REFUSED = /Permissions Violation/;

let folder: string;
let nats: LocalNats;
const open: NatsConversation[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-permissions-'));
  nats = await startNats({ storeDir: folder });
  for (const service of SERVICES) await makeStream(service);
});

afterEach(() => {
  for (const conversation of open.splice(0)) conversation.close();
});

afterAll(async () => {
  await nats.stop();
  await rm(folder, { recursive: true, force: true });
});

async function as(user: BusUser): Promise<NatsConversation> {
  const conversation = await NatsConversation.open(nats.urlOf(user));
  open.push(conversation);
  return conversation;
}

/** Asks JetStream as the user; its answer. */
async function jetStream(
  user: BusUser,
  subject: string,
  question: object = {},
): Promise<Record<string, unknown>> {
  const conversation = await as(user);
  const inbox = `_INBOX_${user}.${Math.trunc(performance.now() * 1_000)}`;
  await conversation.subscribe(inbox);
  return JSON.parse(await conversation.ask(`$JS.API.${subject}`, JSON.stringify(question), inbox));
}

function streamBeside(service: string): string {
  return service === 'projects' ? 'EVENTS_BUDGETING' : 'EVENTS_PROJECTS';
}

function makeStream(service: (typeof SERVICES)[number]): Promise<Record<string, unknown>> {
  const name = `EVENTS_${service.toUpperCase()}`;
  const stream = {
    name,
    subjects: [`events.${service}.>`],
    storage: 'file',
    retention: 'limits',
    num_replicas: 1,
  };
  return jetStream(service, `STREAM.CREATE.${name}`, stream);
}

function makeConsumer(user: BusUser, stream: string, name: string): Promise<Record<string, unknown>> {
  const config = { durable_name: name, ack_policy: 'explicit' };
  return jetStream(user, `CONSUMER.CREATE.${stream}.${name}`, { stream_name: stream, config });
}

describe('every service', () => {
  test.each(SERVICES)('%s publishes its own events and nobody else’s', async (service) => {
    const conversation = await as(service);
    await conversation.publish(`events.${service}.thing-happened.v1.3`, '{}');
    for (const other of SERVICES.filter((name) => name !== service)) {
      await expect(conversation.publish(`events.${other}.thing-happened.v1.3`, '{}')).rejects.toThrow(
        REFUSED,
      );
    }
  });

  test.each(SERVICES)('%s answers its own requests and hears nobody else’s', async (service) => {
    const conversation = await as(service);
    await conversation.subscribe(`requests.${service}.>`);
    await conversation.subscribe(`wake.${service}`);
    await expect(conversation.subscribe('>')).rejects.toThrow(REFUSED);
    await expect(conversation.subscribe('requests.>')).rejects.toThrow(REFUSED);
    await expect(conversation.subscribe('events.>')).rejects.toThrow(REFUSED);
    for (const other of SERVICES.filter((name) => name !== service)) {
      await expect(conversation.subscribe(`requests.${other}.>`)).rejects.toThrow(REFUSED);
      await expect(conversation.subscribe(`wake.${other}`)).rejects.toThrow(REFUSED);
    }
  });

  test.each(SERVICES)('%s hears its own inbox and nobody else’s', async (service) => {
    const conversation = await as(service);
    await conversation.subscribe(`_INBOX_${service}.>`);
    await expect(conversation.subscribe('_INBOX_gateway.>')).rejects.toThrow(REFUSED);
    await expect(conversation.subscribe('_INBOX.>')).rejects.toThrow(REFUSED);
    const other = SERVICES.find((name) => name !== service);
    await expect(conversation.subscribe(`_INBOX_${other}.>`)).rejects.toThrow(REFUSED);
  });

  test.each(SERVICES)('%s purges no stream, not even its own, and deletes no other', async (service) => {
    const conversation = await as(service);
    const [own, other] = [`EVENTS_${service.toUpperCase()}`, streamBeside(service)];
    const refused = [`PURGE.${own}`, `MSG.DELETE.${own}`];
    for (const deed of ['DELETE', 'PURGE', 'MSG.DELETE']) refused.push(`${deed}.${other}`);
    for (const deed of refused) {
      await expect(conversation.publish(`$JS.API.STREAM.${deed}`, '{}')).rejects.toThrow(REFUSED);
    }
  });

  test.each(SERVICES)('%s throws its own stream away and makes it anew', async (service) => {
    const name = `STREAM.DELETE.EVENTS_${service.toUpperCase()}`;
    expect(await jetStream(service, name)).toMatchObject({ success: true });
    expect(await makeStream(service)).toMatchObject({ did_create: true });
  });

  test.each(SERVICES)('%s works through the one consumer that is named after it', async (service) => {
    expect(await makeConsumer(service, 'EVENTS_PROJECTS', service)).toMatchObject({ name: service });
    const conversation = await as(service);
    const other = service === 'projects' ? 'budgeting' : 'projects';
    for (const deed of ['CREATE', 'DELETE', 'MSG.NEXT']) {
      const subject = `$JS.API.CONSUMER.${deed}.EVENTS_PROJECTS.${other}`;
      await expect(conversation.publish(subject, '{}')).rejects.toThrow(REFUSED);
    }
  });

  test.each(SERVICES)('%s sees who follows its own stream, not who follows another', async (service) => {
    const own = `EVENTS_${service.toUpperCase()}`;
    expect(await jetStream(service, `CONSUMER.LIST.${own}`)).toHaveProperty('consumers');
    const other = service === 'quality' ? 'EVENTS_PROJECTS' : 'EVENTS_QUALITY';
    const conversation = await as(service);
    await expect(conversation.publish(`$JS.API.CONSUMER.LIST.${other}`, '{}')).rejects.toThrow(REFUSED);
  });

  test.each(SERVICES)('%s may fetch what it missed from every owner', async (service) => {
    const conversation = await as(service);
    await conversation.publish('requests.quality.fetch-events.v1', '{}');
    await conversation.publish('requests.quality.list-heads.v1', '{}');
    await expect(conversation.publish('requests.reporting.freeze-report.v1', '{}')).rejects.toThrow(REFUSED);
  });
});

test('a consumer takes an event from the stream of another service and acknowledges it', async () => {
  await (await as('quality')).publish('events.quality.check-failed.v1.0', '{"severity":"major"}');
  const config = {
    durable_name: 'resourcing',
    ack_policy: 'explicit',
    filter_subject: 'events.quality.check-failed.>',
  };
  const create = 'CONSUMER.CREATE.EVENTS_QUALITY.resourcing.events.quality.check-failed.>';
  await jetStream('resourcing', create, { stream_name: 'EVENTS_QUALITY', config });
  const resourcing = await as('resourcing');
  await resourcing.subscribe('_INBOX_resourcing.>');
  await resourcing.publish(
    '$JS.API.CONSUMER.MSG.NEXT.EVENTS_QUALITY.resourcing',
    '{"batch":1}',
    '_INBOX_resourcing.1',
  );
  const [event] = await resourcing.hearing('events.quality.check-failed');
  expect(event?.body).toBe('{"severity":"major"}');
  await resourcing.publish(event?.reply ?? '', '+WPI');
  await resourcing.ask(event?.reply ?? '', '+ACK', '_INBOX_resourcing.2');
  const consumer = await jetStream('resourcing', 'CONSUMER.INFO.EVENTS_QUALITY.resourcing');
  expect(consumer).toMatchObject({ num_ack_pending: 0, num_pending: 0 });
});

test('the owner of an answer sends it once, to the inbox of whoever asked', async () => {
  const quality = await as('quality');
  await quality.subscribe('requests.quality.>');
  const gateway = await as('gateway');
  await gateway.subscribe('_INBOX_gateway.>');
  await gateway.publish('requests.quality.list-checks.v1', '{}', '_INBOX_gateway.1');
  await quality.hearing('requests.quality.list-checks.v1');
  await quality.publish('_INBOX_gateway.1', '{"checks":[]}');
  await expect(quality.publish('_INBOX_gateway.1', 'again')).rejects.toThrow(REFUSED);
  await expect(quality.publish('_INBOX_gateway.2', 'unasked')).rejects.toThrow(REFUSED);
  const answers = await gateway.hearing('_INBOX_gateway.1');
  expect(answers.map(({ body }) => body)).toEqual(['{"checks":[]}']);
});

describe('the gateway', () => {
  test('asks every service and announces nothing', async () => {
    const gateway = await as('gateway');
    for (const service of SERVICES) await gateway.publish(`requests.${service}.anything.v1`, '{}');
    for (const service of SERVICES) {
      await expect(gateway.publish(`events.${service}.anything.v1.0`, '{}')).rejects.toThrow(REFUSED);
    }
  });

  test('follows reporting through a consumer of the moment', async () => {
    await (await as('reporting')).publish('events.reporting.status-report-frozen.v1.0', '{}');
    const config = {
      name: 'x7Kq',
      ack_policy: 'none',
      mem_storage: true,
      inactive_threshold: 30_000_000_000,
    };
    const made = await jetStream('gateway', 'CONSUMER.CREATE.EVENTS_REPORTING.x7Kq', {
      stream_name: 'EVENTS_REPORTING',
      config,
    });
    expect(made).toMatchObject({ name: 'x7Kq' });
  });

  test('touches no consumer of a service and no other stream', async () => {
    const gateway = await as('gateway');
    for (const subject of [
      'CONSUMER.DELETE.EVENTS_REPORTING.governance',
      'CONSUMER.MSG.NEXT.EVENTS_REPORTING.governance',
      'CONSUMER.CREATE.EVENTS_PROJECTS.gateway',
      'STREAM.DELETE.EVENTS_REPORTING',
    ]) {
      await expect(gateway.publish(`$JS.API.${subject}`, '{}')).rejects.toThrow(REFUSED);
    }
  });
});

test('nobody comes in with a wrong password or without one', async () => {
  await expect(NatsConversation.open(`nats://projects:wrong@127.0.0.1:${nats.port}`)).rejects.toThrow(
    /Authorization/,
  );
  await expect(NatsConversation.open(nats.url)).rejects.toThrow(/Authorization/);
});

test('the operator repairs: it may purge and delete', async () => {
  expect(await jetStream('operator', 'STREAM.PURGE.EVENTS_CONNECTORS')).toMatchObject({ success: true });
  expect(await jetStream('operator', 'STREAM.DELETE.EVENTS_CONNECTORS')).toMatchObject({ success: true });
});
