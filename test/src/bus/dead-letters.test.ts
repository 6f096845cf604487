import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { partitionOf } from '@meridian/bus';
import type { StandaloneClient } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { TaskProgressed } from './trial-contracts.js';
import {
  CLAIMS,
  trialClient,
  recordProgress,
  report,
  reportProgress,
  taken,
  trialService,
  upTo,
} from './trial-services.js';
import type { TrialService } from './trial-services.js';

let broker: TestBroker;
let projects: TrialService;
let client: StandaloneClient;
let budgeting: TrialService;
const refused = new Map<string, number>();
const broken = new Map<string, number>();
const hanging = new Map<string, number>();

function trouble({ projectId, step }: TaskProgressed): Promise<void> | void {
  if (refused.get(projectId) === step) throw new Refusal('budgeting/no-budget', 'The task has no budget.');
  if (broken.get(projectId) === step) throw new TypeError('cannot read property of undefined');
  if (hanging.get(projectId) === step) return new Promise(() => undefined);
}

beforeAll(async () => {
  broker = await testBroker();
  client = await trialClient(broker);
  projects = await trialService('projects', broker, [reportProgress]);
  budgeting = await trialService('budgeting', broker, [recordProgress(trouble)], { eventDeadlineMs: 500 });
});

afterAll(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await client?.close();
  await broker?.stop();
});

interface Letter {
  readonly id: string;
  readonly sequence: string;
  readonly reason_kind: string;
  readonly reason: string;
  readonly state: string;
  readonly attempts: number;
}

function letters(projectId: string): Promise<Letter[]> {
  return budgeting.database.$queryRawUnsafe<Letter[]>(
    'SELECT id, sequence, reason_kind, reason, state, attempts FROM bus.dead_letter WHERE aggregate_id = $1 ORDER BY parked_at',
    projectId,
  );
}

function redrive(id: string): Promise<object> {
  return client.requests.ask(
    'requests.budgeting.redrive-dead-letter.v1',
    { id },
    { claims: CLAIMS, timeoutMs: 10_000 },
  );
}

test('a refused event is parked with its reason, its project waits behind it, the others go on', async () => {
  refused.set('poisoned', 3);
  await Promise.all(['poisoned', 'healthy'].map((name) => report(projects, name, 6)));
  await eventually(async () => {
    expect(await taken(budgeting, 'healthy')).toEqual(upTo(6));
    expect(await letters('poisoned')).toMatchObject([
      { sequence: '3', reason_kind: 'permanent', reason: 'The task has no budget.', state: 'parked' },
    ]);
  });
  expect(await taken(budgeting, 'poisoned')).toEqual([1, 2]);
});

test('a redrive that fails again changes nothing but the audit; one that succeeds lets the rest follow in order', async () => {
  const [letter] = await letters('poisoned');
  await expect(redrive(letter!.id)).rejects.toMatchObject({ code: 'budgeting/no-budget' });
  expect(await taken(budgeting, 'poisoned')).toEqual([1, 2]);
  refused.clear();
  await redrive(letter!.id);
  await report(projects, 'poisoned', 2);
  await eventually(async () => expect(await taken(budgeting, 'poisoned')).toEqual(upTo(8)));
  const acts = await budgeting.database.$queryRawUnsafe<{ act: string; by: string }[]>(
    'SELECT act, by FROM bus.dead_letter_act ORDER BY id',
  );
  expect(acts).toEqual([
    { act: 'failed-again', by: 'u1' },
    { act: 'redriven', by: 'u1' },
  ]);
});

test('a defect is tried again and parked after five attempts; asked for in the table, it is redriven within seconds', async () => {
  broken.set('defect', 2);
  await report(projects, 'defect', 4);
  const [letter] = await eventually(
    async () => {
      const found = await letters('defect');
      expect(found).toMatchObject([{ sequence: '2', reason_kind: 'exhausted', attempts: 5 }]);
      return found;
    },
    { timeoutMs: 20_000 },
  );
  broken.clear();
  await budgeting.database.$executeRawUnsafe(
    `UPDATE bus.dead_letter SET state = 'requested' WHERE id = $1::uuid`,
    letter!.id,
  );
  await eventually(async () => expect(await taken(budgeting, 'defect')).toEqual(upTo(4)));
});

test('a reaction that never ends is cut off and parked', async () => {
  hanging.set('hang', 1);
  await report(projects, 'hang', 2);
  await eventually(
    async () => expect(await letters('hang')).toMatchObject([{ sequence: '1', reason_kind: 'hang' }]),
    {
      timeoutMs: 20_000,
    },
  );
  expect(await taken(budgeting, 'hang')).toEqual([]);
});

test('an event that breaks its contract is parked at once; discarded, the project goes on without it', async () => {
  await projects.database.$executeRawUnsafe(
    `WITH head AS (INSERT INTO bus.outbox_head VALUES ('bad', 1, gen_random_uuid()) RETURNING last_event_id),
     event AS (INSERT INTO bus.outbox (event_id, aggregate_id, sequence, type, partition, payload, correlation_id, incarnation)
       SELECT last_event_id, 'bad', 1, '${TaskProgressed.subject}', 8, '{"projectId":"bad","step":-1}', 'c', gen_random_uuid() FROM head
       RETURNING position)
     INSERT INTO bus.outbox_pending SELECT position, 'bad', 1 FROM event`,
  );
  await report(projects, 'bad', 3);
  const [letter] = await eventually(async () => {
    const found = await letters('bad');
    expect(found).toMatchObject([
      { reason_kind: 'invalid', reason: 'step: step must not be less than 0', attempts: 1 },
    ]);
    return found;
  });
  const asked = { id: letter!.id, why: 'typed by hand' };
  await client.requests.ask('requests.budgeting.discard-dead-letter.v1', asked, { claims: CLAIMS });
  await eventually(async () => expect(await taken(budgeting, 'bad')).toEqual(upTo(3)));
});

test('messages that are no events are kept with their reason, park nothing, and stop nobody', async () => {
  const subject = `${TaskProgressed.subject}.3`;
  await publishRaw(subject, '', '\u0000 garbage');
  await publishRaw(subject, 'ce-id: not-a-uuid\r\nce-source: /meridian/projects\r\n', '{}');
  await publishRaw(subject, `${ENVELOPE}ce-source: /meridian/quality\r\n`, '{}');
  await publishRaw(subject, `${ENVELOPE}ce-source: /meridian/projects\r\n`, '{}');
  await report(projects, 'behind-garbage', 2);
  await eventually(async () => {
    expect(await taken(budgeting, 'behind-garbage')).toEqual([1, 2]);
    const kept = await budgeting.database.$queryRawUnsafe<{ reason: string }[]>(
      'SELECT reason FROM bus.dead_letter WHERE aggregate_id IS NULL ORDER BY parked_at',
    );
    expect(kept.map(({ reason }) => reason).sort()).toEqual([
      'It belongs on events.projects.task-progressed.v1.8 but was published on events.projects.task-progressed.v1.3.',
      'It says it comes from quality but lies in the stream of projects.',
      'The header ce-sequence is missing.',
      'The header ce-source is missing.',
    ]);
  });
});

test('an event that its owner never announced is set aside; the real one takes effect', async () => {
  const forged = ENVELOPE.replace('ce-sequence: 1', 'ce-sequence: 7').replace(
    /^ce-type.*$/m,
    `ce-type: ${TaskProgressed.subject}\r`,
  );
  await publishRaw(
    `${TaskProgressed.subject}.8`,
    `${forged}ce-source: /meridian/projects\r\n`,
    '{"projectId":"bad2","step":9}',
  );
  await eventually(async () =>
    expect(await letters('bad')).toMatchObject([{}, { sequence: '7', reason_kind: 'alien' }]),
  );
  await report(projects, 'bad', 1);
  await eventually(async () => expect(await taken(budgeting, 'bad')).toEqual(upTo(4)));
});

test('an event whose body was damaged on its way is taken from its owner’s record; the letter stays as a witness', async () => {
  await report(projects, 'damaged', 1);
  await eventually(async () => expect(await taken(budgeting, 'damaged')).toEqual([1]));
  // Recorded by the owner, and not yet published.
  const [event] = await projects.database.$queryRawUnsafe<Recorded[]>(
    `WITH before AS (SELECT last_event_id AS id FROM bus.outbox_head WHERE aggregate_id = 'damaged'),
     head AS (UPDATE bus.outbox_head SET sequence = 2, last_event_id = gen_random_uuid() WHERE aggregate_id = 'damaged' RETURNING last_event_id)
     INSERT INTO bus.outbox (event_id, aggregate_id, sequence, previous_event_id, type, partition, payload, correlation_id, incarnation)
     SELECT last_event_id, 'damaged', 2, before.id, '${TaskProgressed.subject}', ${partitionOf('damaged')}, '{"projectId":"damaged","step":2}', 'c',
            (SELECT id FROM bus.incarnation)
       FROM head, before RETURNING event_id AS id, previous_event_id AS previous, incarnation`,
  );
  const headers = {
    'ce-id': event!.id,
    'ce-source': '/meridian/projects',
    'ce-type': TaskProgressed.subject,
    'ce-subject': 'damaged',
    'ce-time': '2026-01-01T00:00:00Z',
    'ce-sequence': '2',
    'ce-previousid': event!.previous,
    'ce-incarnation': event!.incarnation,
    'ce-correlationid': 'damage',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  await publishRaw(
    `${TaskProgressed.subject}.${partitionOf('damaged')}`,
    lines.join(''),
    '{"projectId":"damaged","st',
  );
  await eventually(async () => expect(await taken(budgeting, 'damaged')).toEqual([1, 2]));
  const [letter] = await letters('damaged');
  expect(letter).toMatchObject({ sequence: '2', reason_kind: 'invalid', state: 'redriven' });
  expect(letter!.reason).toMatch(/^The body is not JSON: /);
  const acts = await budgeting.database.$queryRawUnsafe<object[]>(
    'SELECT act, by FROM bus.dead_letter_act WHERE dead_letter_id = $1::uuid',
    letter!.id,
  );
  expect(acts).toEqual([{ act: 'redriven', by: 'service:budgeting' }]);
});

interface Recorded {
  readonly id: string;
  readonly previous: string;
  readonly incarnation: string;
}

const ENVELOPE = [
  'ce-id: 2f1c6a1e-0d3b-4c59-9c1f-6f0c1f9b7a10',
  `ce-type: ${TaskProgressed.subject}`,
  'ce-subject: bad',
  'ce-time: 2026-01-01T00:00:00Z',
  'ce-sequence: 1',
  'ce-incarnation: 2f1c6a1e-0d3b-4c59-9c1f-6f0c1f9b7a11',
  'ce-correlationid: forged',
  '',
].join('\r\n');

/** Publishes as somebody with the owner's password would, past the bus. */
async function publishRaw(subject: string, headerLines: string, body: string): Promise<void> {
  const head = `NATS/1.0\r\n${headerLines}\r\n`;
  const options = {
    user: 'projects',
    pass: broker.passwords.projects,
    headers: true,
    verbose: false,
    pedantic: false,
  };
  const text = `CONNECT ${JSON.stringify(options)}\r\nHPUB ${subject} ${head.length} ${head.length + body.length}\r\n${head}${body}\r\nPING\r\n`;
  const socket = connect(Number(new URL(broker.url).port), '127.0.0.1');
  socket.write(text);
  let heard = '';
  for await (const chunk of socket) {
    heard += String(chunk);
    if (heard.includes('PONG') || heard.includes('-ERR')) break;
  }
  expect(heard).not.toContain('-ERR');
}
