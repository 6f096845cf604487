import type { Moment } from '@meridian/calendar';
import { BackwardPass } from './backward-pass.js';
import { ACTIVITY, FOREVER } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { newDateTable } from './date-table.js';
import { ForwardPass } from './forward-pass.js';
import { finishBounds, greatestFinish } from './greatest-finish.js';
import { readProgress } from './progress-state.js';
import type { ProgressState } from './progress-state.js';
import { Schedule } from './schedule-answer.js';
import type { ScheduleOptions } from './schedule-options.js';

/**
 * Critical path method over a compiled network: early and late dates, floats, critical paths, what drove each date and
 * every clash (precedence diagram method; effects of constraints as Microsoft Project has them).
 *
 * @throws Refusal `network/progress-invalid`, `network/unknown-activity`; `calendar/no-working-time` and
 * `calendar/out-of-range` when dates run out of what calendars know.
 */
export function schedule(network: CompiledNetwork, options: ScheduleOptions): Schedule {
  const progress = readProgress(network, options);
  const dates = newDateTable(network.count, {
    scheduledIsEarly: !network.hasAlap && options.finishOn === undefined,
    logicIsPlace: !network.hasDatedConstraints,
    placeIsStart: network.calendars.length === 0 && !progress.hasGiven,
  });
  const projectStart =
    options.finishOn === undefined ? options.projectStart : latestProjectStart(network, progress, options);
  const forward = new ForwardPass(network, progress, dates, { ...options, projectStart });
  forward.run();
  const bounds = finishBounds(options, greatestFinish(network, dates) ?? projectStart);
  new BackwardPass(network, progress, dates, { ...options, bounds }).run();
  return new Schedule(forward, { ...options, projectStart, finish: bounds.free });
}

/** The least late start when everything ends on the given finish. */
function latestProjectStart(
  network: CompiledNetwork,
  progress: ProgressState,
  options: ScheduleOptions & { readonly finishOn: Moment },
): Moment {
  const { finishOn } = options;
  const dates = newDateTable(network.count);
  new ForwardPass(network, progress, dates, { ...options, projectStart: finishOn }).run();
  const bounds = { late: finishOn, free: finishOn };
  new BackwardPass(network, progress, dates, { ...options, bounds }).run();
  let least = FOREVER;
  for (let p = 0; p < network.count; p++) {
    if (network.role[p] === ACTIVITY && dates.start[p]! < least) least = dates.start[p]!;
  }
  return least === FOREVER ? finishOn : least;
}
