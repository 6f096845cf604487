import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';

/**
 * What a service looks after by itself, again and again while it lives: a look begins when the one before has ended, and
 * the service waits for the last one when it stops. Every replica looks, so what is done must be done once all the same.
 */
export abstract class Round implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  protected constructor(private readonly everyMs: number) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(
      () => (this.#looking ??= this.look().finally(() => (this.#looking = undefined))),
      this.everyMs,
    );
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Never rejects: what went wrong is logged, and the next look tries again. */
  protected abstract look(): Promise<void>;
}
