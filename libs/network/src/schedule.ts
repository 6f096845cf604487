import type { Moment } from '@meridian/calendar';
import { BackwardPass } from './backward-pass.js';
import { ACTIVITY, FOREVER, NEVER } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { newDateTable } from './date-table.js';
import type { DateTable } from './date-table.js';
import { ForwardPass } from './forward-pass.js';
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
  });
  const projectStart =
    options.finishOn === undefined ? options.projectStart : latestProjectStart(network, progress, options);
  const forward = new ForwardPass(network, progress, dates, options);
  forward.run(projectStart);
  const earlyFinish = greatestFinish(network, dates, projectStart);
  const late = options.mustFinishBy ?? options.finishOn ?? earlyFinish;
  new BackwardPass(network, progress, dates, options).run({ late, free: Math.max(earlyFinish, late) });
  return new Schedule(network, progress, dates, { ...options, projectStart, clashes: forward.clashes });
}

/** The least late start when everything ends on the given finish. */
function latestProjectStart(
  network: CompiledNetwork,
  progress: ProgressState,
  options: ScheduleOptions & { readonly finishOn: Moment },
): Moment {
  const dates = newDateTable(network.count);
  new ForwardPass(network, progress, dates, options).run(options.finishOn);
  new BackwardPass(network, progress, dates, options).run({ late: options.finishOn, free: options.finishOn });
  let least = FOREVER;
  for (let p = 0; p < network.count; p++) {
    if (network.role[p] === ACTIVITY && dates.start[p]! < least) least = dates.start[p]!;
  }
  return least === FOREVER ? options.finishOn : least;
}

function greatestFinish(network: CompiledNetwork, dates: DateTable, projectStart: Moment): Moment {
  let greatest = NEVER;
  for (let p = 0; p < network.count; p++) {
    if (network.role[p] === ACTIVITY && dates.earlyFinish[p]! > greatest) greatest = dates.earlyFinish[p]!;
  }
  return greatest === NEVER ? projectStart : greatest;
}
