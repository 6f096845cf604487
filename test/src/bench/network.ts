import { momentFromIso } from '@meridian/calendar';
import { compileNetwork, LiveSchedule, schedule } from '@meridian/network';
import type { CompiledNetwork, NetworkInput, ScheduleOptions } from '@meridian/network';
import { parseArgs } from 'node:util';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures, percentile } from './measure/figures.js';
import { generator, layeredNetwork } from './measure/layered-network.js';

// npm run bench -- network [--json] [--runs 5] [--activities 100000] [--largest 1000000]: the critical path of large networks.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    activities: { type: 'string', default: '100000' },
    largest: { type: 'string', default: '1000000' },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const ACTIVITIES = Number(values.activities);
const LARGEST = Number(values.largest);
const WARM_PASSES = 10;
const CHANGES = 2_000;
const CURVE_RUNS = 3;
const PLAIN: ScheduleOptions = { projectStart: 0 };
const DATED: ScheduleOptions = { projectStart: momentFromIso('2025-01-06T08:00') };

const at = new Date();
const figures = new Figures();
for (let run = 1; run <= RUNS; run += 1) {
  say(`run ${run} of ${RUNS}`);
  const plain = measure('', layeredNetwork(ACTIVITIES, { calendars: false }), PLAIN);
  const dated = measure('calendars', layeredNetwork(ACTIVITIES, { calendars: true }), DATED);
  measureChanges('', plain, PLAIN);
  measureChanges('calendars', dated, DATED);
}
// Cost against size: the same kind of network, ten times as large each time.
for (let size = 1_000; size <= LARGEST; size *= 10) {
  for (let run = 1; run <= CURVE_RUNS; run += 1) {
    say(`${size} activities, run ${run} of ${CURVE_RUNS}`);
    measureSize(size);
  }
}
printAnswer('network', at, figures, [
  goalOf(figures, 'P4', 'warm100kMs', { below: 15 }),
  goalOf(figures, 'P4', 'calendars100kMs', { below: 50 }),
  goalOf(figures, 'P4', 'cold100kMs', { below: 250 }),
  goalOf(figures, 'P4', 'changeP95Ms', { below: 1 }),
  goalOf(figures, 'P4', 'calendarsChangeP95Ms', { below: 1 }),
  goalOf(figures, 'P4', 'coldAt1000000Ms', { below: 4_000 }),
]);

/** Cold: compile and first pass of a network never seen before. Warm: the median of passes over the compiled one. */
function measure(kind: '' | 'calendars', input: NetworkInput, options: ScheduleOptions): CompiledNetwork {
  const started = performance.now();
  const network = compileNetwork(input);
  schedule(network, options);
  const coldMs = performance.now() - started;
  figures.add(kind === '' ? 'cold100kMs' : 'calendarsCold100kMs', 'ms', coldMs);
  figures.add(kind === '' ? 'warm100kMs' : 'calendars100kMs', 'ms', warmMs(network, options));
  return network;
}

/** One duration after the other becomes another one; what moved is known after each. */
function measureChanges(kind: '' | 'calendars', network: CompiledNetwork, options: ScheduleOptions): void {
  const draw = generator(7);
  const live = new LiveSchedule(network, options);
  const unit = kind === '' ? 1 : 120;
  const took: number[] = [];
  let moved = 0;
  for (let change = 0; change < CHANGES; change += 1) {
    const { id } = network.activities[draw(network.activities.length)] ?? { id: '' };
    const durationMinutes = draw(20) * unit;
    const before = performance.now();
    moved += live.change(id, { durationMinutes }).length;
    took.push(performance.now() - before);
  }
  const name = (figure: string) => (kind === '' ? `change${figure}` : `calendarsChange${figure}`);
  figures.add(name('P50Ms'), 'ms', percentile(took, 0.5));
  figures.add(name('P95Ms'), 'ms', percentile(took, 0.95));
  figures.add(name('MaxMs'), 'ms', Math.max(...took));
  figures.add(name('Moved'), 'activities per change', moved / CHANGES);
  const before = performance.now();
  live.schedule.at(network.activities[0]?.id ?? '');
  figures.add(name('LateDatesMs'), 'ms', performance.now() - before);
}

function measureSize(size: number): void {
  const input = layeredNetwork(size, { calendars: false });
  const started = performance.now();
  const network = compileNetwork(input);
  const compiled = performance.now();
  schedule(network, PLAIN);
  figures.add(`compileAt${size}Ms`, 'ms', compiled - started);
  figures.add(`coldAt${size}Ms`, 'ms', performance.now() - started);
  figures.add(`warmAt${size}Ms`, 'ms', warmMs(network, PLAIN));
}

function warmMs(network: CompiledNetwork, options: ScheduleOptions): number {
  const passes = Array.from({ length: WARM_PASSES }, () => {
    const before = performance.now();
    schedule(network, options);
    return performance.now() - before;
  });
  return percentile(passes, 0.5);
}
