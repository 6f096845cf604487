// npm run simulate: random schedules of the bus, checked; and the planted mistakes that the check has to find.
import { readArguments } from './arguments.js';
import type { SimulatorArguments } from './arguments.js';
import { bugNamed } from './bugs/bug-bank.js';
import { neverSeen, report, wentWell } from './report.js';
import type { RunOutcome } from './report.js';
import { findBugs } from './run/find-bugs.js';
import { playRun } from './run/play-run.js';
import { ThreadPool } from './run/thread-pool.js';
import { traceSchedule } from './trace.js';

const options = readArguments(process.argv.slice(2));
process.exitCode = options.schedule === null ? await run(options) : replay(options, options.schedule);

function replay({ seed, bug, trace }: SimulatorArguments, schedule: number): number {
  const plant = bug === null ? undefined : bugNamed(bug).plant;
  const fault = traceSchedule(seed, schedule, plant, trace ? (line) => console.log(line) : () => undefined);
  console.log(fault === null ? `Schedule ${schedule} of seed ${seed} kept every promise.` : fault.message);
  return fault === null ? 0 : 1;
}

async function run(asked: SimulatorArguments): Promise<number> {
  const { seed, steps, threads, bugs, bug, secondsPerBug, json } = asked;
  const pool = new ThreadPool(threads);
  try {
    const began = performance.now();
    const sum = steps > 0 ? await playRun(pool, seed, steps) : null;
    const seconds = (performance.now() - began) / 1_000;
    const findings = bugs ? await findBugs(pool, seed, { secondsPerBug, only: bug }) : [];
    const bugSeconds = (performance.now() - began) / 1_000 - seconds;
    const outcome = { seed, threads, sum, seconds, findings, bugSeconds };
    tell(outcome);
    if (json) console.log(JSON.stringify(report(outcome)));
    return wentWell(outcome) ? 0 : 1;
  } finally {
    await pool.close();
  }
}

/** For people, on standard error. */
function tell({ seed, threads, sum, seconds, findings }: RunOutcome): void {
  if (sum) {
    const perSecond = Math.round(sum.steps / seconds).toLocaleString('en');
    console.error(
      `${sum.steps.toLocaleString('en')} steps in ${sum.schedules.toLocaleString('en')} schedules of seed ${seed}: ` +
        `${seconds.toFixed(1)} s on ${threads} threads, ${perSecond} steps/s, ${sum.faults.length} failures.`,
    );
    for (const { schedule, message } of sum.faults)
      console.error(`  ${message}\n    npm run simulate -- --seed ${seed} --schedule ${schedule} --trace`);
    for (const kind of neverSeen(sum))
      console.error(`  "${kind}" never took effect: nothing is proved about it.`);
  }
  for (const { bug, check, schedule, schedules, seconds: took } of findings) {
    const what = check === null ? `NOT FOUND in ${schedules} schedules` : `${check}, schedule ${schedule}`;
    console.error(`  ${bug.padEnd(44)} ${what}, ${took.toFixed(2)} s`);
  }
  if (findings.length > 0) {
    const found = findings.filter(({ check }) => check !== null).length;
    console.error(`${found} of ${findings.length} planted mistakes found.`);
  }
}
