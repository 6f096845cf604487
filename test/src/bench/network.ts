import { momentFromIso } from '@meridian/calendar';
import { compileNetwork, schedule } from '@meridian/network';
import type { NetworkInput, ScheduleOptions } from '@meridian/network';
import { parseArgs } from 'node:util';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures } from './measure/figures.js';
import { layeredNetwork } from './measure/layered-network.js';

// npm run bench -- network [--json] [--runs 5] [--activities 100000]: the critical path of large networks.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    activities: { type: 'string', default: '100000' },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const ACTIVITIES = Number(values.activities);
const WARM_PASSES = 10;
const PLAIN: ScheduleOptions = { projectStart: 0 };
const DATED: ScheduleOptions = { projectStart: momentFromIso('2025-01-06T08:00') };

const at = new Date();
const figures = new Figures();
for (let run = 1; run <= RUNS; run += 1) {
  say(`run ${run} of ${RUNS}`);
  measure('', layeredNetwork(ACTIVITIES, { calendars: false }), PLAIN);
  measure('calendars', layeredNetwork(ACTIVITIES, { calendars: true }), DATED);
}
printAnswer('network', at, figures, [
  goalOf(figures, 'P4', 'warm100kMs', { below: 15 }),
  goalOf(figures, 'P4', 'calendars100kMs', { below: 50 }),
  goalOf(figures, 'P4', 'cold100kMs', { below: 250 }),
]);

/** Cold: compile and first pass of a network never seen before. Warm: the median of passes over the compiled one. */
function measure(kind: '' | 'calendars', input: NetworkInput, options: ScheduleOptions): void {
  const started = performance.now();
  const network = compileNetwork(input);
  schedule(network, options);
  const coldMs = performance.now() - started;
  const warm = Array.from({ length: WARM_PASSES }, () => {
    const before = performance.now();
    schedule(network, options);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  figures.add(kind === '' ? 'cold100kMs' : 'calendarsCold100kMs', 'ms', coldMs);
  figures.add(kind === '' ? 'warm100kMs' : 'calendars100kMs', 'ms', warm[WARM_PASSES / 2] ?? Number.NaN);
}
