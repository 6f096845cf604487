import { expect, test } from '@jest/globals';
import { readEventHeaders, writeEventHeaders } from './event-headers.js';

const event = {
  eventId: '2f1c6a1e-0d3b-4c59-9c1f-6f0c1f9b7a10',
  source: 'projects',
  type: 'events.projects.task-progressed.v1',
  aggregateId: 'Brücke "7"',
  sequence: 3,
  previousId: null,
  incarnation: '2f1c6a1e-0d3b-4c59-9c1f-6f0c1f9b7a11',
  occurredAt: '2026-11-23T09:00:00.000Z',
  correlationId: 'c',
  causationId: null,
  traceparent: null,
};

/** The headers of a good event with one of them as somebody else would write it. */
function withHeader(name: string, value: string) {
  const written = writeEventHeaders(event);
  written.set(name, value);
  return written;
}

test('an envelope comes back as it was written', () => {
  expect(readEventHeaders(writeEventHeaders(event))).toEqual(event);
});

test.each([
  ['ce-id', '%00', 'The header ce-id holds a control character.'],
  ['ce-subject', 'a%00b', 'The header ce-subject holds a control character.'],
  ['ce-correlationid', '%1B[31m', 'The header ce-correlationid holds a control character.'],
  ['ce-subject', 'x'.repeat(3_000), 'The header ce-subject has 3000 characters; at most 512 are allowed.'],
  ['ce-subject', '%E0%A4%A', 'The header ce-subject is not percent-encoded UTF-8.'],
  ['ce-time', '9999-12-31T23:59:59Z', /ce-time is "9999-12-31T23:59:59Z"; it must lie in the years/],
])('what could be stored nowhere is refused: %s %s', (name, value, reason) => {
  expect(() => readEventHeaders(withHeader(name, value))).toThrow(reason);
});
