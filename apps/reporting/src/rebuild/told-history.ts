import { randomUUID } from 'node:crypto';
import { ownerOf } from '@meridian/bus';
import type { AnyEventContract, BodyOf, EventContract, SealedEvent } from '@meridian/bus';

/** Something an owner told, and when. */
export interface Told {
  readonly contract: AnyEventContract;
  readonly body: object;
  readonly at: string;
}

export function told<E extends object>(contract: EventContract<E>, body: BodyOf<E>, at: string): Told {
  return { contract, body, at };
}

/** Seals what was told as its owners would: dense numbers and a chain of ids per owner and aggregate. */
export function sealed(history: readonly Told[]): readonly SealedEvent[] {
  const heads = new Map<string, SealedEvent>();
  return history.map(({ contract, body, at }) => {
    const source = ownerOf(contract);
    const aggregateId = String((body as Record<string, unknown>)[contract.aggregate]);
    const before = heads.get(`${source} ${aggregateId}`);
    const event: SealedEvent = {
      eventId: randomUUID(),
      source,
      type: contract.subject,
      aggregateId,
      sequence: (before?.sequence ?? 0) + 1,
      previousId: before?.eventId ?? null,
      incarnation: '00000000-0000-4000-8000-000000000000',
      occurredAt: at,
      correlationId: 'history',
      causationId: null,
      traceparent: null,
      payload: JSON.stringify(body),
    };
    heads.set(`${source} ${aggregateId}`, event);
    return event;
  });
}

/** Another order that owners may be heard in: events of one owner's aggregate stay in theirs. */
export function interleaved(events: readonly SealedEvent[], picks: readonly number[]): SealedEvent[] {
  const lanes = new Map<string, SealedEvent[]>();
  for (const event of events) {
    const lane = `${event.source} ${event.aggregateId}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), event]);
  }
  const open = [...lanes.values()];
  const heard: SealedEvent[] = [];
  for (let turn = 0; open.length > 0; turn += 1) {
    const at = (picks[turn % picks.length] ?? 0) % open.length;
    heard.push(open[at]!.shift()!);
    if (open[at]!.length === 0) open.splice(at, 1);
  }
  return heard;
}
