import { join } from 'node:path';
import type { ServiceProgram } from '@meridian/local';
import { FakeClocks } from './clocks/fake-clocks.js';
import { ROLLING } from './fault-plan.js';
import type { FaultKind } from './fault-plan.js';
import { SERVICES } from './recovery.js';
import { DATABASE_CLOCK } from './strikes/clocks.js';
import { DataDisk } from './strikes/data-disk.js';
import { buildPrevious, NoHistory } from './versions/previous-release.js';
import { Releases } from './versions/releases.js';

/** What some kinds of fault need, as far as this machine gives it. */
export class Means {
  disk: DataDisk | undefined;
  clocks: FakeClocks | undefined;
  releases: Releases | undefined;
  readonly notPossible = new Map<FaultKind, string>();
  /** Filled before PostgreSQL starts. */
  readonly databaseEnvironment: Record<string, string> = {};

  /** @param previous a commit whose services are to run beside the present ones */
  constructor(private readonly previous?: string) {}

  /** Before anything starts in the folder. Answers what is to be done when everything has ended. */
  async prepare(folder: string, kinds: readonly FaultKind[]): Promise<() => Promise<void>> {
    if (this.previous !== undefined && kinds.includes(ROLLING))
      await this.#openReleases(this.previous, join(folder, 'previous'));
    if (CLOCK_KINDS.some((kind) => kinds.includes(kind))) await this.#openClocks(join(folder, 'clocks'));
    return this.#mountDisk(join(folder, 'data'));
  }

  /** What is run for a service now. */
  readonly stage = (service: string, usual: ServiceProgram): ServiceProgram => {
    const { file, environment } = this.releases?.programOf(service, usual) ?? usual;
    return { file, environment: { ...environment, ...this.clocks?.environmentOf(service) } };
  };

  async #openReleases(previous: string, folder: string): Promise<void> {
    try {
      this.releases = new Releases(await buildPrevious(previous, folder));
    } catch (failure) {
      if (!(failure instanceof NoHistory)) throw failure;
      this.notPossible.set(ROLLING, failure.message);
    }
  }

  async #openClocks(folder: string): Promise<void> {
    try {
      this.clocks = await FakeClocks.open(folder, [...SERVICES, DATABASE_CLOCK]);
      Object.assign(this.databaseEnvironment, this.clocks.environmentOf(DATABASE_CLOCK));
    } catch (failure) {
      for (const kind of CLOCK_KINDS) this.notPossible.set(kind, (failure as Error).message);
    }
  }

  async #mountDisk(folder: string): Promise<() => Promise<void>> {
    try {
      const disk = await DataDisk.mount(folder);
      this.disk = disk;
      return () => disk.unmount();
    } catch (failure) {
      this.notPossible.set('disk full', (failure as Error).message.trim());
      return () => Promise.resolve();
    }
  }
}

const CLOCK_KINDS = ['clock of a service wrong', 'clock of the database wrong'] as const;
