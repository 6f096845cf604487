import { beforeEach, describe, expect, test } from '@jest/globals';
import type { LiveEvent, LiveEvents } from '@meridian/bus';
import { AttentionRaised, ProjectStatusChanged } from '@meridian/contracts-reporting';
import { BusLiveSource } from './bus-live-source.js';
import type { LiveMessage } from './live-message.js';

const bridge = '22222222-2222-4222-8222-222222222222';
const at = new Date('2026-11-23T10:00:00Z');

/** The bus as the source sees it: listeners by subject. */
class Passing {
  readonly listeners = new Map<string, (event: LiveEvent<object>) => void>();

  watch(contract: { readonly subject: string }, listener: (event: LiveEvent<object>) => void): () => void {
    this.listeners.set(contract.subject, listener);
    return () => void this.listeners.delete(contract.subject);
  }
}

let bus: Passing;
let heard: LiveMessage[];
let end: () => Promise<void>;

beforeEach(async () => {
  bus = new Passing();
  heard = [];
  end = await new BusLiveSource(bus as unknown as LiveEvents).subscribe((message) => heard.push(message));
});

function pass(
  contract: { readonly subject: string },
  event: object,
  aggregateId: string,
  sequence: number,
): void {
  bus.listeners.get(contract.subject)!({ event, aggregateId, sequence, at });
}

describe('the live source', () => {
  test('names what happened, the project it is about and when', () => {
    pass(ProjectStatusChanged, { projectId: bridge, overall: 'at-risk' }, bridge, 4);
    expect(heard[0]).toMatchObject({
      event: 'project-status-changed',
      projectId: bridge,
      sequence: 1,
      data: { projectId: bridge, overall: 'at-risk', at: '2026-11-23T10:00:00.000Z' },
    });
  });

  test('counts positions over all aggregates and kinds of event', () => {
    pass(ProjectStatusChanged, { projectId: bridge }, bridge, 4);
    pass(AttentionRaised, { attentionId: 'a' }, 'a', 1);
    pass(ProjectStatusChanged, { projectId: bridge }, bridge, 5);
    expect(heard.map((message) => message.sequence)).toEqual([1, 2, 3]);
    expect(new Set(heard.map((message) => message.epoch)).size).toBe(1);
  });

  test('begins a new epoch when events passed unheard', () => {
    pass(ProjectStatusChanged, { projectId: bridge }, bridge, 4);
    pass(ProjectStatusChanged, { projectId: bridge }, bridge, 6);
    expect(heard[1]!.epoch).not.toBe(heard[0]!.epoch);
    expect(heard[1]!.sequence).toBe(1);
    pass(ProjectStatusChanged, { projectId: bridge }, bridge, 7);
    expect(heard[2]!.epoch).toBe(heard[1]!.epoch);
  });

  test('takes an event that comes again as what it is', () => {
    pass(ProjectStatusChanged, { projectId: bridge }, bridge, 4);
    pass(ProjectStatusChanged, { projectId: bridge }, bridge, 3);
    pass(ProjectStatusChanged, { projectId: bridge }, bridge, 5);
    expect(new Set(heard.map((message) => message.epoch)).size).toBe(1);
  });

  test('hears nothing after its end', async () => {
    await end();
    expect(bus.listeners.size).toBe(0);
  });
});
