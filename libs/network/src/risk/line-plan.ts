import type { Moment, WorkingCalendar } from '@meridian/calendar';
import { ALAP, NEVER, NO_DELAY, SNET } from '../compiled-network.js';
import type { CompiledNetwork } from '../compiled-network.js';
import { PLANNED, RUNNING } from '../progress-state.js';
import type { ProgressState } from '../progress-state.js';
import type { ScheduleOptions } from '../schedule-options.js';
import type { LinePlan } from './risk-model.js';

/**
 * The network as a line of even time, when it is one: all work and all lags in one calendar (or no calendar at all), no
 * links of summaries or from outside, no pieces or delays, no dated constraint but SNET. Undefined for any other.
 */
export function linePlan(
  network: CompiledNetwork,
  progress: ProgressState,
  options: ScheduleOptions & { readonly projectStart: Moment },
): LinePlan | undefined {
  const calendar = onlyCalendar(network);
  if (calendar === 'several') return undefined;
  if (
    network.hasSummaryEnds ||
    network.hasOutside ||
    network.tracks !== null ||
    network.delayKind.some((kind) => kind !== NO_DELAY)
  )
    return undefined;
  if (!hasPlainConstraints(network, progress)) return undefined;
  const { count, incoming, outgoing } = network;
  const coordinate = (moment: Moment) => calendar?.workBefore(moment) ?? moment;
  const earliest = coordinate(Math.max(options.projectStart, options.statusDate ?? NEVER));
  const [start, finish, least] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let p = 0; p < count; p++) {
    const state = progress.state[p]!;
    least[p] = earliest;
    if (state === PLANNED) {
      if (network.constraint[p] === SNET) least[p] = Math.max(earliest, coordinate(network.constraintAt[p]!));
      continue;
    }
    start[p] = coordinate(progress.start[p]!);
    finish[p] = coordinate(progress.finish[p]!);
    if (state !== RUNNING) continue;
    // What remains follows the status date, or without one what is done.
    const done = options.statusDate == null ? network.duration[p]! - progress.duration[p]! : 0;
    least[p] = Math.max(start[p]!, coordinate(options.statusDate ?? progress.start[p]!)) + Math.max(0, done);
  }
  return { kind: 'line', count, incoming, outgoing, state: progress.state, start, finish, least };
}

/** The one calendar in which everything runs; null when there is none. */
export function onlyCalendar(network: CompiledNetwork): WorkingCalendar | null | 'several' {
  if (network.calendars.length === 0) return null;
  const [first] = network.calendar;
  const { lag, lagCalendar } = network.incoming;
  const isSame = (calendar: number) => calendar === first && calendar >= 0;
  if (!network.calendar.every(isSame)) return 'several';
  if (!lag.every((minutes, k) => minutes === 0 || isSame(lagCalendar[k]!))) return 'several';
  return first === undefined ? null : network.calendars[first]!;
}

function hasPlainConstraints(network: CompiledNetwork, progress: ProgressState): boolean {
  return network.constraint.every((kind, p) => {
    return kind <= ALAP || (kind === SNET && network.duration[p]! > 0) || progress.state[p] !== PLANNED;
  });
}
