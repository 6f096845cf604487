import { execFileSync } from 'node:child_process';
import { dateOf } from '@meridian/calendar';
import { fileURLToPath } from 'node:url';
import type { ProTrackProject } from './read-protrack.js';
import { actualFinish, trackedProject } from './tracked-project.js';

const COMMAND = fileURLToPath(
  new URL('../../../apps/budgeting/dist/tracked-forecasts-command.js', import.meta.url),
);

type Told<T> =
  | { readonly state: 'available'; readonly value: T }
  | { readonly state: 'not-available'; readonly reason: string };

interface Estimates {
  readonly [method: string]: { readonly eacMinor: Told<string> };
}

/** What budgeting prints of a project, as far as it is looked at here. */
export interface ForecastHistory {
  readonly name: string;
  readonly endedAfterDays: number;
  readonly statuses: readonly {
    readonly statusDate: string;
    readonly figures: Readonly<Record<'bacMinor' | 'pvMinor' | 'evMinor' | 'acMinor', string>> & {
      readonly cpi: Told<string>;
      readonly spi: Told<string>;
      readonly estimates: Estimates;
    };
    readonly actualTime: number;
    readonly plannedDuration: number;
    readonly earnedSchedule: string;
    readonly spiTime: Told<string>;
    readonly withSpiTime: Estimates;
    readonly durations: Readonly<Record<string, Told<string>>>;
  }[];
}

/** Earned value, earned schedule and forecasts of projects by the production code, in a process of its own. */
export function budgetingForecasts(
  projects: ReadonlyMap<string, ProTrackProject>,
): readonly ForecastHistory[] {
  const ended = [...projects].map(([name, project]) => ({
    name,
    endedOn: dateOf(actualFinish(project) - 1),
    project: trackedProject(project),
  }));
  const options = { input: JSON.stringify(ended), encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 } as const;
  return JSON.parse(execFileSync(process.execPath, [COMMAND], options)) as readonly ForecastHistory[];
}
