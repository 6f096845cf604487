import type { Moment } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import type { Activity } from './activity-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import type { Progress, ScheduleOptions } from './schedule-options.js';

export const PLANNED = 0;
/** Manually scheduled: both dates are given. */
export const PINNED = 1;
export const RUNNING = 2;
export const COMPLETED = 3;

/** How far each position is. `start` and `finish` hold given dates (actual or manual) where the state has them. */
export interface ProgressState {
  readonly state: Uint8Array;
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** What remains to be scheduled. */
  readonly duration: Int32Array;
  /** May any state differ from PLANNED? */
  readonly hasGiven: boolean;
}

/**
 * Merges manual dates and progress into what remains to be scheduled.
 *
 * @throws Refusal `network/progress-invalid` for progress without a start, a finish before the start, a percentage outside
 * of 0 to 100 or a negative remainder; `network/unknown-activity` for progress of an activity that is not there.
 */
export function readProgress(
  network: CompiledNetwork,
  { progress }: Pick<ScheduleOptions, 'progress'>,
  mayChange = false,
): ProgressState {
  const hasProgress = progress !== undefined && progress.size > 0;
  const hasGiven = hasProgress || network.hasManual || mayChange;
  const size = hasGiven ? network.count : 0;
  const merged: ProgressState = {
    state: new Uint8Array(network.count),
    start: new Int32Array(size),
    finish: new Int32Array(size),
    hasGiven,
    duration: hasGiven ? network.duration.slice() : network.duration,
  };
  if (network.hasManual) {
    for (let p = 0; p < network.count; p++) if (network.isManual[p]) pinManual(network, merged, p);
  }
  for (const [id, report] of progress ?? []) {
    const index = network.indexOf.get(id);
    if (index === undefined) throw unknownActivity(id);
    const position = network.positionOf[index]!;
    if (position >= 0) applyProgress(network, merged, position, report);
  }
  return merged;
}

/** Reads the state of one position again, after its duration, its manual dates or its progress have changed. */
export function renewProgress(
  network: CompiledNetwork,
  merged: ProgressState,
  position: number,
  progress: Progress | undefined,
): void {
  merged.state[position] = PLANNED;
  merged.duration[position] = network.duration[position]!;
  if (network.isManual[position]) pinManual(network, merged, position);
  if (progress) applyProgress(network, merged, position, progress);
}

function pinManual(network: CompiledNetwork, merged: ProgressState, position: number): void {
  const { start, finish } = network.activities[network.activityAt[position]!]!.manual!;
  merged.state[position] = PINNED;
  merged.start[position] = start;
  merged.finish[position] = finish;
  const calendar = network.calendars[network.calendar[position]!];
  merged.duration[position] = calendar
    ? calendar.workBefore(finish) - calendar.workBefore(start)
    : finish - start;
}

function applyProgress(
  network: CompiledNetwork,
  merged: ProgressState,
  position: number,
  progress: Progress,
): void {
  const activity = network.activities[network.activityAt[position]!]!;
  const planned = network.duration[position]!;
  const percent = progress.percentComplete ?? (progress.actualFinish == null ? 0 : 100);
  const remaining = progress.remainingMinutes ?? Math.round(planned * (1 - percent / 100));
  checkProgress(activity, progress, percent, remaining);
  if (progress.actualStart == null) return;
  const calendar = network.calendars[network.calendar[position]!];
  const end = (start: Moment) => {
    if (planned === 0) return start;
    return calendar ? calendar.finishAt(calendar.workBefore(start) + planned) : start + planned;
  };
  merged.start[position] = progress.actualStart;
  if (progress.actualFinish != null || percent >= 100 || remaining === 0) {
    merged.state[position] = COMPLETED;
    merged.finish[position] = progress.actualFinish ?? end(progress.actualStart);
    return;
  }
  merged.state[position] = RUNNING;
  merged.duration[position] = remaining;
}

function checkProgress(activity: Activity, progress: Progress, percent: number, remaining: number): void {
  const name = `"${activity.name ?? activity.id}"`;
  const refuse = (sentence: string) => {
    return new Refusal('network/progress-invalid', sentence, {
      kind: 'unprocessable',
      details: { activityId: activity.id, ...progress },
    });
  };
  if (!(percent >= 0 && percent <= 100))
    throw refuse(`${name} is ${percent} % complete; allowed is 0 to 100.`);
  if (!Number.isInteger(remaining) || remaining < 0) {
    throw refuse(`${name} has ${remaining} minutes remaining; allowed are whole minutes from 0.`);
  }
  if (progress.actualStart == null) {
    if (percent > 0)
      throw refuse(`${name} is ${percent} % complete but has no actual start; report the start first.`);
  } else if (progress.actualFinish != null && progress.actualFinish < progress.actualStart) {
    throw refuse(`${name} finished before it started; correct one of the actual dates.`);
  }
}

function unknownActivity(id: string): Refusal {
  return new Refusal(
    'network/unknown-activity',
    `Progress is given for "${id}", which is not in the network.`,
    {
      kind: 'unprocessable',
      details: { activityId: id },
    },
  );
}
