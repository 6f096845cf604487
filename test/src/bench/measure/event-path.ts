import { percentile } from './figures.js';
import type { Figures } from './figures.js';
import { EffectDelay } from './effect-delay.js';
import { openLoad } from './load.js';

/** A way from an owner's outbox to the effect in another service's database. */
export interface EventPath {
  readonly ownerUrl: string;
  readonly consumerUrl: string;
  readonly source: string;
  /** SQL for the consumer: the moments (id, ms) at which the events with the ids $1 took effect. Default: what it announced. */
  readonly effects?: string;
  /** Type of the events that are counted. */
  readonly type: string;
  readonly aggregateIds: readonly string[];
  /** Announces so many events in one transaction; `turn` counts the calls, so that each event differs from the last. */
  readonly announce: (turn: number, events: number) => Promise<void>;
  /** Waits until nothing that follows from earlier events is under way any more, in other services either. */
  readonly rest: (patienceMs: number) => Promise<void>;
}

export interface PathRun {
  /** Goes before the names of the figures. */
  readonly prefix: string;
  readonly steady: { readonly perSecond: number; readonly forMs: number };
  /** Transactions of the burst, with fifty events each. */
  readonly burst: number;
}

const EVENTS_TOGETHER = 50;
const WRITERS = 4;
const SETTLED_MS = 60_000;

/**
 * One run: a burst that is taken as fast as it goes; a steady stream whose delays are read off one by one; the same at
 * half the rate of the burst, which shows the delay where the steady stream is more than the path can take.
 */
export async function measurePath(
  path: EventPath,
  figures: Figures,
  { prefix, steady, burst: transactions }: PathRun,
): Promise<void> {
  const named = (name: string) =>
    prefix === '' ? name : `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}`;
  const delay = new EffectDelay(path.ownerUrl, path.consumerUrl, path.source, path.effects);
  const stream = async (perSecond: number): Promise<readonly number[]> => {
    await path.rest(SETTLED_MS);
    const mark = await delay.mark();
    await openLoad((turn) => path.announce(1_000_000 + turn, 1), { ...steady, perSecond });
    await delay.settled(path.aggregateIds, SETTLED_MS);
    return (await delay.since(mark, path.type)).delaysMs;
  };
  try {
    await path.rest(SETTLED_MS);
    const mark = await delay.mark();
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeBurst(path, writer, transactions)));
    await delay.settled(path.aggregateIds, SETTLED_MS);
    const burst = await delay.since(mark, path.type);
    const perSecond = (burst.delaysMs.length * 1_000) / burst.wholeMs;
    figures.add(named('perSecond'), 'events/s', perSecond);

    const full = await stream(steady.perSecond);
    figures.add(named('p50Ms'), `ms at ${steady.perSecond}/s`, percentile(full, 0.5));
    figures.add(named('p99Ms'), `ms at ${steady.perSecond}/s`, percentile(full, 0.99));
    const half = await stream(perSecond / 2);
    figures.add(named('halfLoadP50Ms'), 'ms at half of perSecond', percentile(half, 0.5));
    figures.add(named('halfLoadP99Ms'), 'ms at half of perSecond', percentile(half, 0.99));
  } finally {
    await delay.close();
  }
}

async function writeBurst(path: EventPath, writer: number, transactions: number): Promise<void> {
  for (let turn = writer; turn < transactions; turn += WRITERS) await path.announce(turn, EVENTS_TOGETHER);
}
