import { testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { migrationFixture } from './migration-fixture.js';
import type { MigrationFixture } from './migration-fixture.js';
import { startTrial } from './trial-process.js';
import type { TrialProcess } from './trial-process.js';

/** A broker, and for each test an empty database with one migration and the trial services started on it. */
export class TrialFixture {
  database!: MigrationFixture;
  private started: TrialProcess[] = [];

  private constructor(readonly broker: TestBroker) {}

  static async open(): Promise<TrialFixture> {
    return new TrialFixture(await testBroker());
  }

  async begin(): Promise<void> {
    this.database = await migrationFixture();
    await this.database.write('20260101000000_ledger', 'CREATE TABLE ledger (id uuid PRIMARY KEY);');
  }

  /** Starts the trial service in a sound environment with these changes. */
  start(changes: Record<string, string> = {}): TrialProcess {
    const { broker, database } = this;
    const trial = startTrial(database.folder, {
      DATABASE_URL: database.database.url,
      NATS_URL: broker.url,
      NATS_USER: 'quality',
      NATS_PASSWORD: broker.passwords.quality,
      PORT: '0',
      HEALTH_PORT: '0',
      TRIAL_END: 'closes',
      ...changes,
    });
    this.started.push(trial);
    return trial;
  }

  async end(): Promise<void> {
    const trials = this.started.splice(0);
    for (const trial of trials) trial.kill('SIGKILL');
    await Promise.all(trials.map((trial) => trial.ended));
    await this.database.end();
  }

  close(): Promise<void> {
    return this.broker.stop();
  }
}
