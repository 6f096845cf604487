import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Readiness } from '../health/readiness.js';
import { watchParent } from './parent-watch.js';
import { Shutdown } from './shutdown.js';

export interface LifeSettings {
  readonly PRE_STOP_MS: number;
  readonly SHUTDOWN_MS: number;
  readonly MERIDIAN_PARENT_PID: number | undefined;
}

/**
 * The process from its first log line to its exit code. SIGTERM and SIGINT turn readiness off and close what was
 * opened, last opened first; exit code 0 says that everything was closed in time. A second signal ends it at once.
 */
export class ProcessLife {
  readonly shutdown = new Shutdown();
  private readonly stopping = new AbortController();

  constructor(
    private readonly log: Logger,
    private readonly readiness: Readiness,
    private readonly settings: LifeSettings,
  ) {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.onSignal(signal));
    process.on('unhandledRejection', (error) => this.die(error, 'a promise failed and nobody handled it'));
    process.on('uncaughtException', (error) => this.die(error, 'an error was thrown and nobody handled it'));
    if (process.connected) process.on('disconnect', () => void this.end('the parent process is gone'));
    watchParent(settings.MERIDIAN_PARENT_PID, () => void this.end('the parent process is gone'));
  }

  /** Aborted when the process begins to end. */
  get ending(): AbortSignal {
    return this.stopping.signal;
  }

  /** Ends the process because it cannot do its work. */
  async fail(error: unknown, sentence: string): Promise<never> {
    this.log.fatal({ err: error }, sentence);
    this.readiness.close();
    await this.shutdown.run(this.settings.SHUTDOWN_MS);
    process.exit(1);
  }

  private onSignal(signal: string): void {
    if (!this.ending.aborted) return void this.end(signal);
    this.log.warn(`${signal} again: ending at once`);
    process.exit(1);
  }

  private async end(reason: string): Promise<void> {
    if (this.ending.aborted) return;
    const started = performance.now();
    this.log.info(`ending: ${reason}`);
    this.readiness.close();
    this.stopping.abort(new Error(`ending: ${reason}`));
    await pause(this.settings.PRE_STOP_MS);
    const { hung, failed } = await this.shutdown.run(this.settings.SHUTDOWN_MS);
    for (const { name, error } of failed) this.log.error({ err: error }, `could not close the ${name}`);
    const isClean = hung.length === 0 && failed.length === 0;
    const ms = Math.round(performance.now() - started);
    if (hung.length > 0)
      this.log.error(`not closed within ${this.settings.SHUTDOWN_MS} ms: ${hung.join(', ')}`);
    this.log.info({ ms }, isClean ? 'ended' : 'ended with something left open');
    process.exit(isClean ? 0 : 1);
  }

  private die(error: unknown, sentence: string): void {
    this.log.fatal({ err: error }, sentence);
    process.exit(1);
  }
}
