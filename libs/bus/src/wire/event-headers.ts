import type { MsgHdrs } from '@nats-io/nats-core';
import { MsgHdrsImpl } from '@nats-io/nats-core/internal';
import { partitionOf } from '../contracts/partition.js';
import type { SealedEvent } from './sealed-event.js';

type Envelope = Omit<SealedEvent, 'payload'>;

/** Where an event travels: its type plus the partition of its aggregate. */
export function eventSubject(event: Pick<SealedEvent, 'type' | 'aggregateId'>): string {
  return `${event.type}.${partitionOf(event.aggregateId)}`;
}

/**
 * CloudEvents 1.0, NATS binding, binary mode: every attribute is a percent-encoded header.
 *
 * The headers are made in one go: `set` of the library looks through all names for every one of them.
 *
 * @param others headers beside the attributes, as they stand on the wire: no line breaks in them
 */
export function writeEventHeaders(event: Envelope, others: Readonly<Record<string, string>> = {}): MsgHdrs {
  const written: Record<string, string[]> = {};
  const set = (name: string, value: string | null) => {
    if (value !== null) written[name] = [percentEncode(value)];
  };
  set('ce-specversion', '1.0');
  set('ce-id', event.eventId);
  set('ce-source', `/meridian/${event.source}`);
  set('ce-type', event.type);
  set('ce-subject', event.aggregateId);
  set('ce-time', event.occurredAt);
  set('ce-sequence', String(event.sequence));
  set('ce-previousid', event.previousId);
  set('ce-incarnation', event.incarnation);
  set('ce-correlationid', event.correlationId);
  set('ce-causationid', event.causationId);
  set('ce-datacontenttype', 'application/json');
  set('traceparent', event.traceparent);
  for (const [name, value] of Object.entries(others)) written[name] = [value];
  return MsgHdrsImpl.fromRecord(written);
}

/**
 * Reads the envelope of a message.
 *
 * @throws TypeError naming the first header that is missing or malformed.
 */
export function readEventHeaders(found: MsgHdrs | undefined): Envelope {
  const values = new Map(found);
  const optional = (name: string): string | null => {
    const value = values.get(name)?.[0];
    return value === undefined || value === '' ? null : plain(percentDecode(value, name), name);
  };
  const required = (name: string): string => {
    const value = optional(name);
    if (value === null) throw new TypeError(`The header ${name} is missing.`);
    return value;
  };
  const source = required('ce-source');
  if (!source.startsWith('/meridian/'))
    throw new TypeError(`The header ce-source is "${source}"; it must begin with /meridian/.`);
  const sequence = Number(required('ce-sequence'));
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new TypeError(
      `The header ce-sequence is "${required('ce-sequence')}"; it must be a whole number from 1.`,
    );
  }
  return {
    eventId: uuid(required('ce-id'), 'ce-id'),
    source: source.slice('/meridian/'.length),
    type: required('ce-type'),
    aggregateId: required('ce-subject'),
    sequence,
    previousId: optionalUuid(optional('ce-previousid'), 'ce-previousid'),
    incarnation: uuid(required('ce-incarnation'), 'ce-incarnation'),
    occurredAt: moment(required('ce-time')),
    correlationId: required('ce-correlationid'),
    causationId: optional('ce-causationid'),
    traceparent: optional('traceparent'),
  };
}

/** No attribute is longer: ids, names of types, moments. PostgreSQL could not index an aggregate's id of thousands. */
const MOST_CHARACTERS = 512;
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;

/** What is kept and passed on as text: PostgreSQL takes no NUL, and people read it in terminals. */
function plain(value: string, name: string): string {
  if (value.length > MOST_CHARACTERS)
    throw new TypeError(
      `The header ${name} has ${value.length} characters; at most ${MOST_CHARACTERS} are allowed.`,
    );
  if (CONTROL.test(value)) throw new TypeError(`The header ${name} holds a control character.`);
  return value;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function uuid(value: string, name: string): string {
  if (!UUID.test(value)) throw new TypeError(`The header ${name} is "${value}"; it must be a UUID.`);
  return value;
}

function optionalUuid(value: string | null, name: string): string | null {
  return value === null ? null : uuid(value, name);
}

/** A clock may be years off and its events still count; these are years that no clock shows by accident. */
const YEARS = { first: 2000, last: 2099 };

function moment(value: string): string {
  const year = new Date(value).getUTCFullYear();
  if (Number.isNaN(year))
    throw new TypeError(`The header ce-time is "${value}"; it must be an ISO 8601 moment.`);
  if (year < YEARS.first || year > YEARS.last) {
    throw new TypeError(
      `The header ce-time is "${value}"; it must lie in the years ${YEARS.first} to ${YEARS.last}.`,
    );
  }
  return value;
}

/** The binding asks for it: everything but printable ASCII, and of that space, double quote and percent. */
function percentEncode(value: string): string {
  return value.replace(/[^\x21\x23\x24\x26-\x7e]/gu, (character) =>
    Array.from(
      Buffer.from(character, 'utf8'),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
}

function percentDecode(value: string, name: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    throw new TypeError(`The header ${name} is not percent-encoded UTF-8.`);
  }
}
