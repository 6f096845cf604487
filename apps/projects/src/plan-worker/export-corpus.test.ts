import { describe, expect, test } from '@jest/globals';
import { fidelityOf } from '../domain/fidelity/plan-fidelity.js';
import { exportPlan } from '../domain/plan-export/export-plan.js';
import type { FileFormat } from '../domain/plan-export/export-plan.js';
import { planLosses } from '../domain/plan-export/plan-losses.js';
import type { PlanFile } from '../domain/plan-file/plan-file.js';
import { readPlanFile } from '../domain/plan-file/read-plan-file.js';
import { CORPUS_DIR, corpusFile, corpusNames, hasCorpus } from './corpus-dir.js';
import { exportPlanInWorker } from './read-in-worker.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function again(plan: PlanFile, format: FileFormat) {
  return readPlanFile(encode(exportPlan(plan, format).content), format === 'csv' ? 'plan.csv' : 'plan.xml');
}

if (!hasCorpus('plans/mspdi')) {
  test(`the corpus of plan files is not there (${CORPUS_DIR}): no real plan was exported`, () => {
    expect(hasCorpus('plans/mspdi')).toBe(false);
  });
} else {
  const files = [
    ...corpusNames('plans/mspdi', '.xml').map((name) => `mspdi/${name}`),
    ...corpusNames('plans/xer', '.xer').map((name) => `xer/${name}`),
  ];

  describe.each(files)('%s', (path) => {
    const { plan } = readPlanFile(corpusFile(`plans/${path}`), path);

    test('as Microsoft Project XML it says the same, but for work spread over time and what only Primavera has', () => {
      const allowed = path.startsWith('xer/')
        ? /^(project (lagCalendar|progress\.remainsAfterStatusDate|saveVersion)|task (uid|code|activityKind|type|actual\.percentKind))$/
        : /^(task|assignment) timePhased\.(type|entries|from|to|totalMinutes)$/;
      const { losses } = exportPlan(plan, 'mspdi').report;
      expect(
        losses.map(({ kind, field }) => `${kind} ${field}`).filter((loss) => !allowed.test(loss)),
      ).toEqual([]);
    });

    test.each(['mspdi', 'pmxml', 'csv'] as const)(
      'what %s carried, it carries again without any loss',
      (format) => {
        const carried = again(plan, format).plan;
        expect(planLosses(carried, again(carried, format).plan)).toEqual([]);
      },
    );

    test('a plan that went out as Primavera XML and came back has the same dates when rescheduled', () => {
      const { datesCompared, datesEqual } = fidelityOf(again(plan, 'pmxml'));
      expect(datesCompared - datesEqual).toBe(0);
    });

    test('links and their lags are in every format, with their figures', () => {
      const figures = ({ links }: PlanFile): string[] =>
        links
          .map((link) => `${link.predecessorUid} ${link.successorUid} ${link.type} ${link.lagMinutes}`)
          .sort();
      for (const format of ['mspdi', 'pmxml', 'csv'] as const)
        expect(figures(again(plan, format).plan)).toEqual(figures(plan));
    });
  });

  test.each(corpusNames('plans/xer', '.xer'))('%s as Primavera XML says exactly the same', (name) => {
    const { plan } = readPlanFile(corpusFile(`plans/xer/${name}`), name);
    expect(exportPlan(plan, 'pmxml').report.losses).toEqual([]);
  });

  test('an export in a thread of its own is the same', async () => {
    const { plan } = readPlanFile(corpusFile('plans/mspdi/slack9.xml'));
    expect(await exportPlanInWorker(plan, 'pmxml')).toEqual(exportPlan(plan, 'pmxml'));
  });
}
