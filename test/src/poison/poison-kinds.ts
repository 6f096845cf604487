import { randomUUID } from 'node:crypto';
import { partitionOf } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { PgTx } from '@meridian/testing';
import type { StoredMessage } from '../faults/operator-connection.js';
import { TaskProgressed } from '../bus/trial-contracts.js';

interface Poison {
  readonly name: string;
  /** What a person reads on the dead letter. */
  readonly words: RegExp;
}

/** The owner recorded it so, as an owner with a defect would. The body is JSON text; the event is the first of project `id`. */
export interface PoisonedRecord extends Poison {
  readonly body: (id: string) => string;
}

/** A right event that a reaction cannot take. */
export interface PoisonedReaction extends Poison {
  readonly step?: number;
  readonly react: (tx: PgTx) => PromiseLike<unknown> | void;
  /** What the reaction announces; nothing else unless told. */
  readonly earned?: number;
}

/** Lies in the owner's stream, and the owner never announced it. */
export interface PoisonedMessage extends Poison {
  readonly message: (id: string) => StoredMessage;
}

const DEEP = 3_000;
const UNSAFE = '9007199254740993'; // 2^53 + 1

export const POISONED_RECORDS: readonly PoisonedRecord[] = [
  record('nothing as a body', () => 'null', /The body is null/),
  record('a list as a body', () => '[1, 2]', /The body is an array/),
  record('a number as a body', () => '7', /The body is a number/),
  record('a text as a body', () => '"done"', /The body is a string/),
  record('a field left out', (id) => JSON.stringify({ projectId: id }), /step: .*integer/),
  record('a text for a number', withStep('"seven"'), /step: .*integer/),
  record('a number below its limit', withStep('-1'), /step: .*must not be less than 0/),
  record('a fraction for a whole number', withStep('1.5'), /step: .*integer/),
  record('a number beyond 2^53', withStep(UNSAFE), /step: /),
  record('a number beyond all limits', withStep('1e999'), /step: /),
  record('a list for a number', withStep('[1]'), /step: .*integer/),
  record('a megabyte for a number', withStep(`"${'x'.repeat(1_000_000)}"`), /step: .*integer/),
  record('a field twice', (id) => `{"projectId":"${id}","step":1,"step":2}`, /"step" twice/),
  record('the id of another project', () => '{"projectId":"somebody-else","step":1}', /belongs to/),
  record('a NUL in a text', withNote('"a\\u0000b"'), /note: holds a control character/),
  record('half a character in a text', withNote('"a\\ud800b"'), /note: .*surrogate/i),
  record('a body too deep', withNote('['.repeat(DEEP) + ']'.repeat(DEEP)), /deep|nested/i),
];

export const POISONED_REACTIONS: readonly PoisonedReaction[] = [
  {
    name: 'a refusal',
    react: () => {
      throw new Refusal('budgeting/no-budget', 'The task has no budget.');
    },
    words: /The task has no budget\./,
  },
  {
    name: 'a defect',
    react: () => Promise.resolve((undefined as unknown as { length: number }).length),
    words: /Cannot read properties of undefined/,
  },
  {
    name: 'more memory than there is',
    react: () => void 'x'.repeat(2 ** 30),
    words: /Invalid string length/,
  },
  {
    name: 'a reaction that never ends',
    react: () => new Promise(() => undefined),
    words: /did not end within/,
  },
  {
    name: 'a statement that takes too long',
    react: (tx) => tx.$queryRawUnsafe('SELECT 1 FROM pg_sleep(60)'),
    words: /statement timeout|did not end within/,
  },
  {
    name: 'a constraint that forbids it',
    react: (tx) => tx.$executeRawUnsafe('INSERT INTO taken (project_id, step, sequence) VALUES (NULL, 1, 1)'),
    words: /null value in column "project_id"/,
  },
  {
    name: 'a number that its column cannot hold',
    step: 3_000_000_000,
    react: () => undefined,
    words: /out of range/,
  },
  {
    name: 'a table that is not there',
    react: (tx) => tx.$executeRawUnsafe('DELETE FROM not_there'),
    words: /relation "not_there" does not exist/,
  },
  {
    name: 'a transaction that never serializes',
    react: (tx) => tx.$executeRawUnsafe(`DO $$ BEGIN RAISE SQLSTATE '40001'; END $$`),
    words: /40001|serializ/i,
  },
  {
    name: 'an announcement against its own contract',
    react: () => undefined,
    earned: 2_000_000_000,
    words: /earned.*must not be greater than/,
  },
];

export const POISONED_MESSAGES: readonly PoisonedMessage[] = [
  message('no envelope', {}, /header ce-source is missing/, { isBare: true }),
  message('a megabyte of nothing', {}, /header ce-source is missing/, { isBare: true, padding: 1_000_000 }),
  message('no source', { 'ce-source': undefined }, /header ce-source is missing/),
  message('the source of somebody else', { 'ce-source': '/meridian/quality' }, /comes from quality but lies/),
  message('a source that is none', { 'ce-source': 'anywhere' }, /must begin with \/meridian\//),
  message('no number', { 'ce-sequence': undefined }, /header ce-sequence is missing/),
  message('the number 0', { 'ce-sequence': '0' }, /ce-sequence is "0"; it must be a whole number from 1/),
  message('a number in words', { 'ce-sequence': 'seven' }, /ce-sequence is "seven"/),
  message('a number that nobody can count to', { 'ce-sequence': '1e30' }, /ce-sequence is "1e30"/),
  message('an id that is none', { 'ce-id': 'first' }, /ce-id/),
  message('a moment that is none', { 'ce-time': 'yesterday' }, /ce-time is "yesterday"/),
  message('the year 9999', { 'ce-time': '9999-12-31T23:59:59Z' }, /must lie in the years/),
  message('a header that is not percent-encoded', { 'ce-subject': '%E0%A4%A' }, /not percent-encoded/),
  message('another partition', {}, /belongs on .* but was published on/, { partitionsOff: 1 }),
  message('never announced', { 'ce-sequence': '1000' }, /Its owner had no event/),
  message('half a body', {}, /The body is not JSON/, { body: (id) => `{"projectId":"${id}","st` }),
  message('a body that is no text', {}, /UTF-8|utf-8/, {
    body: (id) => Buffer.from(`${id}\xff\xfe`, 'latin1'),
  }),
  message('an encoding nobody knows', { 'content-encoding': 'br' }, /encoded as "br"; only gzip is known/),
  message('what says it is compressed', { 'content-encoding': 'gzip' }, /gzip but does not inflate/),
  message('no body', {}, /The body is empty/, { body: () => '' }),
];

function record(name: string, body: PoisonedRecord['body'], words: RegExp): PoisonedRecord {
  return { name, body, words };
}

function withStep(step: string): (id: string) => string {
  return (id) => `{"projectId":"${id}","step":${step}}`;
}

function withNote(note: string): (id: string) => string {
  return (id) => `{"projectId":"${id}","step":1,"note":${note}}`;
}

interface MessageShape {
  readonly body?: (id: string) => string | Buffer;
  readonly isBare?: boolean;
  readonly padding?: number;
  readonly partitionsOff?: number;
}

function message(
  name: string,
  headers: Readonly<Record<string, string | undefined>>,
  words: RegExp,
  {
    body = (id) => `{"projectId":"${id}","step":1}`,
    isBare = false,
    padding = 0,
    partitionsOff = 0,
  }: MessageShape = {},
): PoisonedMessage {
  return {
    name,
    words,
    message: (id) => ({
      subject: `${TaskProgressed.subject}.${(partitionOf(id) + partitionsOff) % 16}`,
      headers: isBare ? '' : headerBlock({ ...envelopeOf(id), ...headers }),
      body: Buffer.concat([Buffer.from(body(id)), Buffer.alloc(padding, 'x')]),
    }),
  };
}

function envelopeOf(id: string): Record<string, string | undefined> {
  return {
    'ce-specversion': '1.0',
    'ce-id': randomUUID(),
    'ce-source': '/meridian/projects',
    'ce-type': TaskProgressed.subject,
    'ce-subject': id,
    'ce-time': '2026-01-01T00:00:00Z',
    'ce-sequence': '1',
    'ce-incarnation': randomUUID(),
    'ce-correlationid': 'poison',
  };
}

function headerBlock(headers: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}\r\n`],
  );
  return `NATS/1.0\r\n${lines.join('')}\r\n`;
}
