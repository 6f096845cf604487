import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LiveSink } from './follower.js';
import { LiveFeed } from './live-feed.js';

class Client implements LiveSink {
  readonly got: string[] = [];
  isFull = false;
  hasEnded = false;
  private drained: () => void = () => undefined;

  write(text: string): boolean {
    this.got.push(text);
    return !this.isFull;
  }

  onDrain(listener: () => void): void {
    this.drained = listener;
  }

  end(): void {
    this.hasEnded = true;
  }

  drain(): void {
    this.isFull = false;
    this.drained();
  }

  /** `ready@e1-3` for each event, without heartbeats. */
  get events(): string[] {
    return this.got
      .filter((text) => text.startsWith('event'))
      .map((text) => `${/event: (.*)/.exec(text)![1]}@${/id: (.*)/.exec(text)?.[1] ?? ''}`);
  }
}

let feed: LiveFeed;
const all = () => true;
const push = (sequence: number, epoch = 'e1', projectId = 'p1') => {
  feed.push({ epoch, sequence, event: 'changed', projectId, data: { sequence } });
};

beforeEach(() => {
  feed = new LiveFeed({ kept: 5, queued: 3, heartbeatMs: 5 });
});

afterEach(() => feed.close());

function follow(lastEventId?: string, wants: (message: { projectId?: string }) => boolean = all): Client {
  const client = new Client();
  feed.follow({ lastEventId, wants }, client);
  return client;
}

describe('a client of the live feed', () => {
  test('hears what happens from now on and learns where it stands', () => {
    push(1);
    const client = follow();
    push(2);
    expect(client.events).toEqual(['ready@e1-1', 'changed@e1-2']);
    expect(client.got.at(-1)).toBe('event: changed\nid: e1-2\ndata: {"sequence":2}\n\n');
  });

  test('that comes back misses nothing and hears nothing twice', () => {
    for (const sequence of [1, 2, 4, 7]) push(sequence);
    expect(follow('e1-2').events).toEqual(['ready@e1-2', 'changed@e1-4', 'changed@e1-7']);
    expect(follow('e1-7').events).toEqual(['ready@e1-7']);
    expect(follow('e1-3').events).toEqual(['ready@e1-3', 'changed@e1-4', 'changed@e1-7']);
  });

  test.each(['e0-3', 'e1-1', 'e1', '-', 'e1-x', 'e1-99999999999999999999', "' OR 1"])(
    'that comes back with %s is told to read everything again',
    (id) => {
      for (let sequence = 1; sequence <= 8; sequence += 1) push(sequence);
      expect(follow(id).events).toEqual(['reset@e1-8']);
    },
  );

  test('that comes back with the last position before those kept still misses nothing', () => {
    for (let sequence = 1; sequence <= 8; sequence += 1) push(sequence);
    expect(follow('e1-3').events).toHaveLength(6);
    expect(follow('e1-2').events).toEqual(['reset@e1-8']);
  });

  test('that is ahead of this process, after another one, hears only what is new to it', () => {
    push(1);
    const client = follow('e1-3');
    push(2);
    push(3);
    push(4);
    expect(client.events).toEqual(['ready@e1-3', 'changed@e1-4']);
  });

  test('is told when the stream begins anew', () => {
    push(5);
    const client = follow();
    push(1, 'e2');
    expect(client.events).toEqual(['ready@e1-5', 'reset@e2-0', 'changed@e2-1']);
  });

  test('hears only what it wants and may see', () => {
    push(1);
    const client = follow('e1-0', ({ projectId }) => projectId === 'p2');
    push(2, 'e1', 'p2');
    push(3);
    expect(client.events).toEqual(['ready@e1-0', 'changed@e1-2']);
  });

  test('that is slow has its messages kept for a while, and is let go when they are too many', () => {
    push(1);
    const slow = follow();
    const quick = follow();
    slow.isFull = true;
    push(2);
    push(3);
    push(4);
    slow.drain();
    expect(slow.events).toEqual(['ready@e1-1', 'changed@e1-2', 'changed@e1-3', 'changed@e1-4']);
    slow.isFull = true;
    for (let sequence = 5; sequence <= 9; sequence += 1) push(sequence);
    expect(slow.hasEnded).toBe(true);
    expect(quick.hasEnded).toBe(false);
    expect(quick.events).toHaveLength(9);
    expect(feed.size).toBe(1);
  });

  test('hears a heartbeat while nothing happens', async () => {
    const client = follow();
    await new Promise<void>((resolve) => {
      const write = client.write.bind(client);
      client.write = (text) => {
        if (text.startsWith(':')) resolve();
        return write(text);
      };
    });
    expect(client.got).toContain(': still here\n\n');
  });

  test('is let go when the process ends', () => {
    const client = follow();
    feed.close();
    expect(client.hasEnded).toBe(true);
    expect(feed.size).toBe(0);
  });
});

test('what comes twice from the stream goes out once', () => {
  push(1);
  const client = follow();
  push(2);
  push(2);
  push(1);
  expect(client.events).toEqual(['ready@e1-1', 'changed@e1-2']);
});
