import type { CommandScene } from './command-scene.js';

/** A command ready to be sent for the first time. */
export interface FreshCommand {
  readonly path: string;
  readonly body: object;
  /** Another body of the same shape. */
  readonly other: object;
  /** The version of the record it changes, where it changes one. */
  readonly version?: number;
}

/** A route of the API that changes something, and what may be expected of it. */
export interface CommandRoute {
  /** As the API description names it: `PATCH /v1/projects/{projectId}`. */
  readonly route: string;
  /** The service that decides. */
  readonly owner: string;
  /** Somebody who may. */
  readonly handle: string;
  /** Whether it changes a record that others may have changed: If-Match is needed, taken when it is sent, or means nothing. */
  readonly version: 'needed' | 'taken' | 'none';
  /** What comes from outside carries an identity of its own: the key may be left out. */
  readonly keyOptional?: true;
  /** The caller waits longer than usual: files. */
  readonly isLong?: true;
  /** Fifty at the same time on the same record: each takes effect, or exactly one does. */
  readonly crowd: 'each' | 'one';
  /** What every change of the record raises by one, as the answer says it; left out where each makes a record of its own. */
  readonly counted?: (answer: Readonly<Record<string, unknown>>) => number;
  readonly fresh: (scene: CommandScene) => Promise<FreshCommand>;
}

/** The version of the record in the answer. */
export function versionIn({ version }: Readonly<Record<string, unknown>>): number {
  return Number(version);
}
