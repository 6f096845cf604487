import type { AnyEventContract } from '../contracts/contract.js';
import { readContract } from '../contracts/read-contract.js';
import { repeatedField } from '../contracts/repeated-field.js';
import type { Violation } from '../contracts/violation.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { EventArrival } from './inbox-ports.js';

/** What became of each body; an arrival is read once, however often it is tried. */
const read = new WeakMap<EventArrival, object | string>();

/** The body of an event as its contract has it, or why it cannot be read. */
export function readBody(arrival: EventArrival, contract: AnyEventContract): object | string {
  const known = read.get(arrival);
  if (known !== undefined) return known;
  const reading = arrival.fault ?? readPayload(arrival.event, contract);
  read.set(arrival, reading);
  return reading;
}

function readPayload({ payload, aggregateId }: SealedEvent, contract: AnyEventContract): object | string {
  if (payload === '') return 'The body is empty.';
  let plain: unknown;
  try {
    plain = JSON.parse(payload);
  } catch (error) {
    return `The body is not JSON: ${(error as Error).message}.`;
  }
  const reading = readContract(contract, plain, 'keep');
  if (!reading.valid) return reading.violations.map(inWords).join('; ');
  const repeated = repeatedField(payload, plain);
  if (repeated !== undefined)
    return `The body holds the field "${repeated}" twice; nobody knows which one is meant.`;
  const named = (reading.value as Record<string, unknown>)[contract.aggregate];
  if (named === aggregateId) return reading.value;
  return `${contract.aggregate}: is ${JSON.stringify(named)}, but the event belongs to ${aggregateId}.`;
}

function inWords({ path, message }: Violation): string {
  return path === '' ? `The body ${message}` : `${path}: ${message}`;
}
