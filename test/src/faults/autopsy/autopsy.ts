import type { Deviation } from '../deviation.js';
import type { WorkPlace } from '../work-place.js';
import { commandTraces } from './command-traces.js';
import type { CommandTrace } from './command-traces.js';
import { eventsUnderWay } from './events-under-way.js';
import type { EventUnderWay } from './events-under-way.js';
import { linesAbout } from './log-lines.js';
import { openRecords } from './records.js';
import { relaysNow } from './relays.js';
import type { RelayNow } from './relays.js';

/** What is left of commands and events that are missing, while everything still stands as it did then. */
export interface Findings {
  readonly afterSeconds: number;
  /** Commands named by what differs, and acknowledged ones without an answer in the service that decided them. */
  readonly commands: readonly CommandTrace[];
  /** The first event that a consumer has not taken, for the aggregates in which one is behind. */
  readonly underWay: readonly EventUnderWay[];
  readonly relays: readonly RelayNow[];
  /** What services wrote about these commands and aggregates, the last lines of each. */
  readonly log: readonly string[];
}

export type Autopsy = Findings | { readonly afterSeconds: number; readonly trouble: string };

/** Never throws: what cannot be looked into says so in its place. */
export async function autopsy(
  place: WorkPlace,
  left: readonly Deviation[],
  afterSeconds: number,
): Promise<Autopsy> {
  const { house, folder } = place.trial;
  try {
    const records = await openRecords(house.databaseUrls);
    try {
      const commands = await commandTraces(records, place.log, left);
      const underWay = await eventsUnderWay(records);
      const relays = await relaysNow(records, house, underWay);
      const events = [...commands.flatMap((command) => command.events), ...underWay];
      const named = [
        ...commands.map(({ key }) => key),
        ...events.flatMap(({ aggregateId, correlationId }) => [aggregateId, correlationId]),
      ];
      return { afterSeconds, commands, underWay, relays, log: await linesAbout(folder, named) };
    } finally {
      await records.close();
    }
  } catch (failure) {
    return { afterSeconds, trouble: (failure as Error).message };
  }
}
