import { createHash } from 'node:crypto';
import { eventually } from '@meridian/testing';
import type { Chance } from '../chance.js';
import { OperatorConnection } from '../operator-connection.js';
import type { StoredMessage } from '../operator-connection.js';
import { brokerOf } from './broker.js';
import { headerOf, reheaded } from './old-messages.js';
import type { Strike } from './scene.js';

/** The owner of the stream may be away by another fault, and the broker without its disk. */
const PATIENCE_MS = 120_000;
const MOST_AGAIN = 60;
const MOST_GARBAGE = 12;
const LARGE_BYTES = 1_000_000;
const FAR = 1_000_000;

/** Old messages of a stream are published again under new message ids. Proof: the broker stored each of them. */
export function publishAgain(strike: Strike): Promise<string> {
  return burst(strike, MOST_AGAIN, (message, chance) => ({
    ...message,
    headers: reheaded(message, { 'Nats-Msg-Id': uuidFrom(chance) }),
  }));
}

/** What no service ever announced is published on its subjects. Proof: the broker stored each of them. */
export function publishGarbage(strike: Strike): Promise<string> {
  return burst(strike, MOST_GARBAGE, (message, chance) => chance.pick(GARBAGE)(message, chance));
}

type Spoil = (message: StoredMessage, chance: Chance) => StoredMessage;

const GARBAGE: readonly Spoil[] = [
  // Nothing that could be read.
  (message, chance) => ({ ...message, headers: '', body: noise(chance, 300) }),
  (message) => ({ ...message, headers: '', body: Buffer.from('null') }),
  (message) => ({ ...message, headers: '', body: Buffer.alloc(LARGE_BYTES, 'x') }),
  // An envelope that lacks something or says something impossible.
  ...['ce-id', 'ce-source', 'ce-type', 'ce-subject', 'ce-sequence', 'ce-incarnation', 'ce-time'].map(spoiled),
  (message, chance) => changed(message, chance, { 'ce-source': '/meridian/somebody-else' }),
  (message, chance) => changed(message, chance, { 'ce-sequence': '-5' }),
  (message, chance) => ({ ...message, subject: `${message.subject}9`, headers: fresh(message, chance) }),
  // An old event whose body no longer is what it was.
  (message, chance) => ({ ...message, headers: fresh(message, chance), body: noise(chance, 100) }),
  (message, chance) => ({
    ...message,
    headers: fresh(message, chance),
    body: Buffer.from('['.repeat(20_000)),
  }),
  // Events that their owner never announced, with bodies that could be real.
  (message, chance) => {
    const far = Number(headerOf(message, 'ce-sequence') ?? 1) + FAR + chance.between(0, FAR);
    return changed(message, chance, {
      'ce-id': uuidFrom(chance),
      'ce-previousid': uuidFrom(chance),
      'ce-sequence': String(far),
    });
  },
];

function spoiled(header: string): Spoil {
  return (message, chance) =>
    changed(message, chance, { [header]: chance.pick([undefined, '', '%', 'x'.repeat(5_000)]) });
}

function changed(
  message: StoredMessage,
  chance: Chance,
  values: Readonly<Record<string, string | undefined>>,
): StoredMessage {
  return { ...message, headers: reheaded(message, { 'Nats-Msg-Id': uuidFrom(chance), ...values }) };
}

function fresh(message: StoredMessage, chance: Chance): string {
  return reheaded(message, { 'Nats-Msg-Id': uuidFrom(chance) });
}

async function burst({ scene, step, chance }: Strike, most: number, make: Spoil): Promise<string> {
  const stream = `EVENTS_${step.service.toUpperCase()}`;
  const old = scene.old.of(stream);
  if (old.length === 0) throw new Error(`no old message of ${stream} is known`);
  const messages = Array.from({ length: chance.between(1, most) }, () => make(chance.pick(old), chance));
  // After its disk was deleted the broker has no stream until the owner made it again.
  return eventually(
    async () => {
      const operator = await OperatorConnection.open(brokerOf(scene).urlOf('operator'));
      try {
        let stored = 0;
        for (const message of messages) stored += (await operator.publish(message)).duplicate ? 0 : 1;
        if (stored === 0) throw new Error('the broker knew every message id');
        return `${stored} stored in ${stream}`;
      } finally {
        operator.close();
      }
    },
    { timeoutMs: PATIENCE_MS, everyMs: 100 },
  );
}

function noise(chance: Chance, most: number): Buffer {
  return Buffer.from(Array.from({ length: chance.between(1, most) }, () => chance.between(0, 255)));
}

function uuidFrom(chance: Chance): string {
  const hex = createHash('sha256').update(String(chance.next())).update(String(chance.next())).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
