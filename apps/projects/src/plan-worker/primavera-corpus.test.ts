import { describe, expect, test } from '@jest/globals';
import { fidelityOf } from '../domain/fidelity/plan-fidelity.js';
import type { PlanFile } from '../domain/plan-file/plan-file.js';
import { readPlanFile } from '../domain/plan-file/read-plan-file.js';
import { CORPUS_DIR, corpusFile, corpusNames, hasCorpus } from './corpus-dir.js';
import { differencesToJudge } from './independent-reading.js';
import type { Difference } from './independent-reading.js';

const present = hasCorpus('plans/xer');

/** Differences from MPXJ's reading of XER that are meant. */
const UNDERSTOOD: readonly {
  readonly why: string;
  readonly is: (difference: Difference, plan: PlanFile) => boolean;
}[] = [
  {
    why: 'Our dates of the project are its planned start and scheduled finish, from which it is scheduled; theirs those of its tasks.',
    is: ({ of }) => of === 'start' || of === 'finish',
  },
  {
    why: 'The currency stands in the first line of the file; they do not look there.',
    is: ({ of, ours, theirs }) => of === 'currency' && ours === 'USD' && theirs === null,
  },
  {
    why: 'The WBS element of the project is the line of the whole project here, so that rows and levels begin below it.',
    is: ({ of, ours, theirs }) => /^task \d+ (id|outline)$/.test(of) && Number(ours) + 1 === theirs,
  },
  {
    why: 'They roll figures up to the project; here only dates are, the rest is computed when the plan is adopted.',
    is: ({ of }, { tasks }) => of.startsWith(`task ${tasks.find((task) => task.isProjectSummary)!.uid} `),
  },
  {
    why: 'A task without a constraint is as soon as possible here.',
    is: ({ of, ours, theirs }) =>
      of.endsWith(' constraint') && ours === 'as-soon-as-possible' && theirs === 'null',
  },
  {
    why: 'Without a float in the file nobody knows what is critical.',
    is: ({ of, ours, theirs }) => of.endsWith(' critical') && ours === null && theirs === false,
  },
  {
    why: 'Primavera keeps the early dates of what remains under another name when it has not scheduled anew.',
    is: ({ of, ours, theirs }) => /(ES|EF)$/.test(of) && ours !== null && theirs === null,
  },
  {
    why: 'Planned dates that nothing has left yet are no baseline.',
    is: ({ of, ours }, { tasks }) =>
      / b(Start|Finish)$/.test(of) && ours === null && tasks.every(({ baselines }) => baselines.length === 0),
  },
  {
    why: 'Our duration is the planned one, of which remaining duration and percentage tell the rest; theirs is what is at completion.',
    is: ({ of, ours, theirs }) => of.endsWith(' duration') && Number(ours) > Number(theirs),
  },
];

if (!present) {
  test(`the corpus of Primavera files is not there (${CORPUS_DIR}): real files were not tried`, () => {
    expect(hasCorpus('plans/xer')).toBe(false);
  });
} else {
  describe.each(corpusNames('plans/xer', '.xer'))('%s', (name) => {
    const reading = readPlanFile(corpusFile(`plans/xer/${name}`), name);
    const { plan, report } = reading;

    test('every row of an activity, a link, a resource, an assignment and a calendar is read', () => {
      const text = new TextDecoder('windows-1252').decode(corpusFile(`plans/xer/${name}`));
      const rows = (table: string): number =>
        (new RegExp(`^%T\\t${table}\\r?\\n([^]*?)^%[TE]`, 'm').exec(text)?.[1] ?? '').match(/^%R/gm)
          ?.length ?? 0;
      expect(plan.tasks).toHaveLength(rows('TASK') + rows('PROJWBS'));
      expect(plan.links).toHaveLength(rows('TASKPRED'));
      expect(plan.resources).toHaveLength(rows('RSRC'));
      expect(plan.assignments).toHaveLength(rows('TASKRSRC'));
      expect(plan.calendars).toHaveLength(rows('CALENDAR'));
      expect(report.leftOut).toEqual([]);
    });

    test('rescheduled with the rules of Primavera, every date of the file comes out again', () => {
      const { datesCompared, datesEqual, differences } = fidelityOf(reading);
      expect(differences).toEqual([]);
      expect(datesEqual).toBe(datesCompared);
      expect(datesCompared).toBeGreaterThan(0);
    });
  });

  test.each(['PredecessorCalendar.xer', 'SuccessorCalendar.xer', 'percent-complete-8.4.xer'])(
    'an independent implementation reads the same out of %s',
    (name) => {
      const { plan } = readPlanFile(corpusFile(`plans/xer/${name}`), name);
      const expected: unknown = JSON.parse(
        new TextDecoder().decode(corpusFile(`plans/expected/${name}.json`)),
      );
      const left = differencesToJudge(plan, expected).filter(
        (difference) => !UNDERSTOOD.some(({ is }) => is(difference, plan)),
      );
      expect(left).toEqual([]);
    },
  );

  test('whose time lags are counted in is what the project says', () => {
    const lagCalendar = (name: string) =>
      readPlanFile(corpusFile(`plans/xer/${name}`), name).plan.header.lagCalendar;
    expect(lagCalendar('PredecessorCalendar.xer')).toBe('predecessor');
    expect(lagCalendar('SuccessorCalendar.xer')).toBe('successor');
  });

  test('the three kinds of percentage keep their figures: 0, 25, 75 and 100 of each', () => {
    const { plan } = readPlanFile(corpusFile('plans/xer/percent-complete-8.4.xer'));
    const shown = {
      duration: 'percentComplete',
      units: 'percentWorkComplete',
      physical: 'physicalPercentComplete',
    } as const;
    for (const task of plan.tasks.filter(({ isSummary }) => !isSummary)) {
      const [, kind, percent] = /^(\w+) (\d+)%$/.exec(task.name)!;
      expect(task.actual.percentKind).toBe(kind!.toLowerCase());
      expect(task.actual[shown[task.actual.percentKind]] ?? 0).toBe(Number(percent));
    }
  });
}
