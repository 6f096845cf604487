import { describe, expect, test } from '@jest/globals';
import { headers } from '@nats-io/nats-core';
import { writeEventHeaders } from '../wire/event-headers.js';
import { streamMessage } from './stream-message.js';

const NOON = '2026-11-23T12:00:00.000000001Z';
const LATER = '2026-11-23T12:00:00.000000002Z';

test('an event is known by its own name, whenever it was stored', () => {
  const header = writeEventHeaders({
    eventId: '3f0c5b58-51c8-4d2f-9a6f-0f6a3f1d7a11',
    source: 'projects',
    type: 'events.projects.task-progressed.v1',
    aggregateId: 'p1',
    sequence: 4,
    previousId: '3f0c5b58-51c8-4d2f-9a6f-0f6a3f1d7a10',
    incarnation: '3f0c5b58-51c8-4d2f-9a6f-0f6a3f1d7a12',
    occurredAt: '2026-11-23T11:59:59.000Z',
    correlationId: '3f0c5b58-51c8-4d2f-9a6f-0f6a3f1d7a13',
    causationId: null,
    traceparent: null,
  });
  for (const timestamp of [NOON, LATER])
    expect(streamMessage({ seq: 7, header, timestamp })).toEqual({
      streamSequence: 7,
      eventId: '3f0c5b58-51c8-4d2f-9a6f-0f6a3f1d7a11',
      aggregateId: 'p1',
      sequence: 4,
    });
});

describe('a message that is no event', () => {
  const named = (timestamp: string) => streamMessage({ seq: 7, header: headers(), timestamp });

  test('belongs to no aggregate and has a name that a column of UUIDs takes', () => {
    expect(named(NOON)).toEqual({
      streamSequence: 7,
      eventId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      aggregateId: '',
      sequence: 0,
    });
  });

  test('keeps its name as long as it stands there', () => {
    expect(named(NOON)).toEqual(named(NOON));
    expect(streamMessage({ seq: 7, header: undefined, timestamp: NOON })).toEqual(named(NOON));
  });

  test('is told from another one that was written in its place', () => {
    expect(named(LATER).eventId).not.toBe(named(NOON).eventId);
  });
});
