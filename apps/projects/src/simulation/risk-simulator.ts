import { availableParallelism } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { RiskAnswer, RiskInput } from '@meridian/network';
import { RiskThreads } from '@meridian/network/threads';

/** A simulation of a thousand tasks takes a third of a second on one; requests need the other processors. */
const MOST_THREADS = 2;

/** Simulates on threads of its own, which begin with the first simulation: requests go on meanwhile. */
@Injectable()
export class RiskSimulator implements OnApplicationShutdown {
  private threads: RiskThreads | undefined;

  /** @throws Refusal as `simulateRisk`; the reason of the signal when it is aborted */
  simulate(input: RiskInput, runs: number, signal: AbortSignal): Promise<RiskAnswer> {
    this.threads ??= new RiskThreads({ threads: Math.min(MOST_THREADS, availableParallelism()) });
    return this.threads.simulate(input, runs, signal);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads?.close();
  }
}
