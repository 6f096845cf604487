import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ImportPlan,
  PlanAdopted,
  ProjectPlan,
  RegisterProject,
  TasksPlanned,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { readPlanFile } from '../domain/plan-file/read-plan-file.js';
import { CORPUS_DIR, corpusFile, corpusNames, hasCorpus } from '../plan-worker/corpus-dir.js';

const pmo = person('pmo-manager');

if (!hasCorpus('plans/mspdi')) {
  test(`the corpus of plan files is not there (${CORPUS_DIR}): real files were not imported`, () => {
    expect(hasCorpus('plans/mspdi')).toBe(false);
  });
} else {
  describe('every plan of the corpus', () => {
    const names = corpusNames('plans/mspdi', '.xml');
    const figures: { compared: number; equal: number }[] = [];
    const adopted: { readonly projectId: string; readonly fileName: string }[] = [];
    let projects: ServiceUnderTest;

    beforeAll(async () => {
      projects = await ServiceUnderTest.start('projects');
    });
    afterAll(() => projects.end());

    async function adopt(name: string) {
      const { id: projectId } = await projects.ask(pmo, RegisterProject, {
        code: name.slice(0, 60),
        name,
        portfolio: 'Corpus',
        stage: 'delivery',
        phases: [],
        currency: 'USD',
      });
      const contentBase64 = Buffer.from(corpusFile(`plans/mspdi/${name}`)).toString('base64');
      const file = { projectId, fileName: name, contentBase64 };
      adopted.push(file);
      return { file, report: await projects.ask(pmo, ImportPlan, file) };
    }

    test.each(names)('%s is adopted with all that it holds and its dates come out again', async (name) => {
      const { plan, report: reading } = readPlanFile(corpusFile(`plans/mspdi/${name}`));
      const { file, report } = await adopt(name);
      expect(report.inFile).toMatchObject({
        tasks: reading.counts.task.inFile,
        links: reading.counts.link.inFile,
        assignments: reading.counts.assignment.inFile,
      });
      expect(report.read).toMatchObject({
        tasks: plan.tasks.length,
        links: plan.links.length,
        resources: plan.resources.length,
        assignments: plan.assignments.length,
        calendars: plan.calendars.length,
      });
      expect(report.datesCompared - report.datesEqual).toBe(0);
      figures.push({ compared: report.datesCompared, equal: report.datesEqual });
      const lines = plan.tasks.filter(
        ({ isProjectSummary, isActive }) => !isProjectSummary && isActive,
      ).length;
      const [told] = await projects.announced(PlanAdopted, file.projectId);
      const parts = await projects.announced(TasksPlanned, file.projectId);
      expect([told?.taskCount, parts.flatMap(({ tasks }) => tasks).length]).toEqual([lines, lines]);
      expect(await projects.ask(pmo, ImportPlan, file)).toEqual({ ...report, isUnchanged: true });
    });

    test('in all, every one of 1,140 dates that Microsoft Project had computed', () => {
      const sum = (key: 'compared' | 'equal') => figures.reduce((total, figure) => total + figure[key], 0);
      expect([sum('compared'), sum('equal')]).toEqual([1140, 1140]);
    });

    test("slack9.xml: early and late dates, slack and critical tasks are Microsoft Project's", async () => {
      const [{ projectId } = { projectId: '' }] = adopted.filter(({ fileName }) => fileName === 'slack9.xml');
      const { tasks } = await projects.ask(pmo, ProjectPlan, { projectId, limit: 1000 });
      const { plan } = readPlanFile(corpusFile('plans/mspdi/slack9.xml'));
      const theirs = plan.tasks
        .filter((task) => !task.isProjectSummary)
        .map(({ name, computed, isCritical }) => ({
          name,
          start: computed.earlyStart,
          finish: computed.earlyFinish,
          lateStart: computed.lateStart,
          lateFinish: computed.lateFinish,
          totalFloatMinutes: computed.totalSlackMinutes ?? 0,
          freeFloatMinutes: computed.freeSlackMinutes ?? 0,
          isCritical: isCritical ?? false,
        }));
      expect(tasks).toMatchObject(theirs);
      expect(theirs.length).toBeGreaterThan(10);
    });
  });
}
