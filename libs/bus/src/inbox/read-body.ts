import type { AnyEventContract } from '../contracts/contract.js';
import { readContract } from '../contracts/read-contract.js';
import type { EventArrival } from './inbox-ports.js';

/** What became of each body; an arrival is read once, however often it is tried. */
const read = new WeakMap<EventArrival, object | string>();

/** The body of an event as its contract has it, or why it cannot be read. */
export function readBody(arrival: EventArrival, contract: AnyEventContract): object | string {
  const known = read.get(arrival);
  if (known !== undefined) return known;
  const reading = arrival.fault ?? readPayload(arrival.event.payload, contract);
  read.set(arrival, reading);
  return reading;
}

function readPayload(payload: string, contract: AnyEventContract): object | string {
  let plain: unknown;
  try {
    plain = JSON.parse(payload);
  } catch (error) {
    return `The body is not JSON: ${(error as Error).message}.`;
  }
  const reading = readContract(contract, plain, 'keep');
  if (reading.valid) return reading.value;
  return reading.violations
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    .join('; ');
}
