import type { GatewayClient } from '../gateway-client.js';

/** What the smoke run acts on: a started house, seen from outside. */
export interface SmokeTarget {
  readonly gatewayUrl: string;
  readonly tokenOf: (handle: string) => Promise<string>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly stopService: (name: string) => Promise<void>;
  readonly startService: (name: string) => Promise<void>;
  /** Folder with real portfolios and plan files; left out, only the run's own data is used. */
  readonly corpusDir?: string | undefined;
  readonly progress: (sentence: string) => void;
}

export type Figures = Readonly<Record<string, unknown>>;

/** What the steps hand on to each other. */
export interface SmokeState {
  readonly as: (handle: string) => GatewayClient;
  readonly target: SmokeTarget;
  projectId: string;
  projectCode: string;
}

/** A claim of a step, checked. */
export function hold(isTrue: boolean, claim: string): asserts isTrue {
  if (!isTrue) throw new Error(claim);
}
