import type { StartedHouse } from '@meridian/local';
import type { Chance } from '../chance.js';
import type { FakeClocks } from '../clocks/fake-clocks.js';
import type { FaultStep } from '../fault-plan.js';
import type { HouseLinks } from '../links/house-links.js';
import type { Releases } from '../versions/releases.js';
import type { DataDisk } from './data-disk.js';
import type { OldMessages } from './old-messages.js';
import type { Processes } from './processes.js';

/** What faults happen to. */
export interface Scene {
  readonly house: StartedHouse;
  readonly links: HouseLinks;
  readonly processes: Processes;
  readonly old: OldMessages;
  /** Undefined where this machine lets nobody limit a disk. */
  readonly disk: DataDisk | undefined;
  /** Undefined where this machine lets nobody change the clock of a process. */
  readonly clocks?: FakeClocks | undefined;
  /** Undefined when all services run the present release. */
  readonly releases?: Releases | undefined;
  /** Folder of the house. */
  readonly folder: string;
}

export interface Strike {
  readonly scene: Scene;
  readonly step: FaultStep;
  readonly chance: Chance;
}

/**
 * Lets a fault happen, proves that it took effect, holds it and heals it. Throws when there is no proof; answers what was
 * proved, in a few words.
 */
export type Fault = (strike: Strike) => Promise<string>;
