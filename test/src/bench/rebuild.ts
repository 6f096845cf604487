import { parseArgs } from 'node:util';
import { startTrialHouse } from '../house/trial-house.js';
import { runRebuild } from '../reporting/rebuild-run.js';
import type { RebuildAnswer } from '../reporting/rebuild-run.js';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures } from './measure/figures.js';
import { writeHistory } from './measure/written-history.js';

// npm run bench -- rebuild [--json] [--runs 3] [--projects 500] [--rounds 27]: reporting from the records of five services.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '3' },
    projects: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '27' },
  },
});
const at = new Date();
const figures = new Figures();
const trial = await startTrialHouse({ keepsStoresRunning: true, say });
try {
  const { databaseUrls, running } = trial.house;
  const size = { projects: Number(values.projects), rounds: Number(values.rounds) };
  say(`${await writeHistory(databaseUrls, size)} events of ${size.projects} projects`);
  const environment = running.services['reporting']!.environment;
  // The first has nothing to be equal to: reporting never took this history.
  await runRebuild(environment, ['reporting', '--json']);
  for (let run = 0; run < Math.max(3, Number(values.runs)); run += 1) {
    const { stdout, stderr, exitCode } = await runRebuild(environment, ['reporting', '--json']);
    if (exitCode !== 0) throw new Error(`A rebuild ended with ${exitCode}: ${stderr}${stdout}`);
    const answer = JSON.parse(stdout) as RebuildAnswer;
    figures.add('eventsPerSecond', 'events/s', answer.eventsPerSecond);
    figures.add('pausedMs', 'ms', answer.pausedMs);
    say(`${answer.events} events at ${answer.eventsPerSecond}/s, the same rows, ${answer.pausedMs} ms pause`);
  }
} finally {
  await trial.end();
}
printAnswer('rebuild', at, figures, [goalOf(figures, 'G5', 'eventsPerSecond', { atLeast: 20_000 })]);
process.exit(0);
