import { parseArgs } from 'node:util';
import { accuracyTable, forecastAccuracy } from '../forecasts/forecast-accuracy.js';
import { CORPUS, hasRealProjects, realProjects } from '../forecasts/real-projects.js';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures } from './measure/figures.js';

// npm run bench -- forecasts [--json]: how far each forecast of cost and duration was from what came, over the real, tracked
// projects of CORPUS_DIR. The figures come from data and not from a clock: one run says it all.
const { values } = parseArgs({ options: { json: { type: 'boolean' } } });

if (!hasRealProjects()) {
  say(`There are no real projects in ${CORPUS}; name their folder in CORPUS_DIR.`);
  process.exitCode = 1;
} else {
  const at = new Date();
  const rows = forecastAccuracy(realProjects());
  if (values.json !== true) say(accuracyTable(rows));
  const figures = new Figures();
  for (const { of, method, perProject } of rows)
    figures.addMean(`${of}: ${method}`, 'percent error per project', perProject);
  printAnswer('forecasts', at, figures, [
    goalOf(figures, 'F48', 'duration: network, planned starts kept', {
      below: figures.median('duration: earned-schedule-1'),
    }),
  ]);
}
