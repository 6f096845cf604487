import type { Moment } from '@meridian/calendar';
import { SF } from './compiled-network.js';
import type { ForwardPass } from './forward-pass.js';
import { PLANNED } from './progress-state.js';

/**
 * The finish as it is shown: what must finish with a start that waits for an opening is shown to finish at that opening, as
 * Microsoft Project does, and not at the closing before it. It is the same point of work, so nothing is computed from it.
 */
export function shownFinish(forward: ForwardPass, p: number): Moment {
  const { network, progress, dates, places } = forward;
  const finish = dates.finish[p]!;
  if (progress.state[p] !== PLANNED || dates.scheduledPlace[p] !== dates.place[p]) return finish;
  const { first, other, kind, lag, lagCalendar } = network.incoming;
  for (let k = first[p]!; k < first[p + 1]!; k++) {
    if (kind[k] !== SF) continue;
    const bound = places.afterLag(dates.earlyStart[other[k]!]!, lag[k]!, lagCalendar[k]!);
    if (bound > finish && bound === places.lastFinishOf(p, dates.place[p]!)) return bound;
  }
  return finish;
}
