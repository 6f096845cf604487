import { describe, expect, test } from '@jest/globals';
import { EventStreamReader } from './event-stream.js';

describe('reading server-sent events', () => {
  test('an event arrives whole, however the network cuts it', () => {
    const text = 'event: project-status-changed\r\nid: 7-12\r\ndata: {"a":\r\ndata: 1}\r\n\r\n';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const reader = new EventStreamReader();
      const events = [...reader.read(text.slice(0, cut)), ...reader.read(text.slice(cut))];
      expect(events).toEqual([{ id: '7-12', event: 'project-status-changed', data: '{"a":\n1}' }]);
    }
  });

  test('comments that keep the line open are no events', () => {
    expect(new EventStreamReader().read(': still here\n\n: still here\n\n')).toEqual([]);
  });

  test('an event without an id keeps the position of the one before', () => {
    const events = new EventStreamReader().read('id: 3\ndata: a\n\ndata: b\n\n');
    expect(events.map((event) => event.id)).toEqual(['3', '3']);
  });

  test('an event that is not finished yet waits', () => {
    const reader = new EventStreamReader();
    expect(reader.read('data: half\n')).toEqual([]);
    expect(reader.read('\n')).toEqual([{ id: '', event: 'message', data: 'half' }]);
  });
});
