import type { Chance } from '../faults/chance.js';
import { EVENT_SUBJECTS } from './event-tap.js';
import type { WireEvent } from './event-tap.js';

const LARGE_BYTES = 1_000_000;
const FAR = 1_000_000;

/** Something the first service of the stock application never announced, on one of its subjects. */
export function garbage(chance: Chance, projectId: string): WireEvent {
  return { subject: chance.pick(EVENT_SUBJECTS), body: chance.pick(KINDS)(chance, projectId) };
}

type Spoil = (chance: Chance, projectId: string) => Buffer;

const KINDS: readonly Spoil[] = [
  // Nothing that could be read.
  (chance) => Buffer.from(Array.from({ length: chance.between(1, 300) }, () => chance.between(0, 255))),
  () => Buffer.from('null'),
  () => Buffer.alloc(LARGE_BYTES, 'x'),
  () => Buffer.from('['.repeat(20_000)),
  () => Buffer.from('{"pattern":"cost_created"}'),
  // An event that lacks something or says something impossible.
  ...['costId', 'projectId', 'amountMinor'].map(without),
  (_, projectId) => wire({ costId: 'one', projectId, amountMinor: -5 }),
  (chance, projectId) => wire({ ...cost(chance, projectId), amountMinor: 'x'.repeat(5_000) }),
  // Events that their owner never announced, with bodies that could be real.
  (chance, projectId) => wire(cost(chance, projectId)),
  (chance) => wire(cost(chance, 'nobody')),
];

function without(field: string): Spoil {
  return (chance, projectId) => wire({ ...cost(chance, projectId), [field]: undefined });
}

function cost(chance: Chance, projectId: string) {
  return { costId: FAR + chance.between(0, FAR), projectId, amountMinor: '100' };
}

function wire(data: object): Buffer {
  return Buffer.from(JSON.stringify({ pattern: 'cost_created', data }));
}
