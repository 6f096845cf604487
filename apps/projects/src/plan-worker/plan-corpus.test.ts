import { describe, expect, test } from '@jest/globals';
import { readPlanFile } from '../domain/plan-file/read-plan-file.js';
import { ELEMENT_KINDS } from '../domain/plan-file/read-report.js';
import type { ElementKind } from '../domain/plan-file/read-report.js';
import { dayNumber, dayText } from '../domain/plan-file/recurring-days.js';
import { CORPUS_DIR, corpusFile, corpusNames, hasCorpus } from './corpus-dir.js';
import { differencesToJudge } from './independent-reading.js';

const ELEMENTS: Record<ElementKind, string> = {
  task: 'Task',
  link: 'PredecessorLink',
  resource: 'Resource',
  assignment: 'Assignment',
  calendar: 'Calendar',
  baseline: 'Baseline',
};

/** Counts opening tags in the raw text, without any XML reader. */
function elementsIn(xml: string, kind: ElementKind): number {
  return [...xml.matchAll(new RegExp(`<${ELEMENTS[kind]}[\\s/>]`, 'g'))].length;
}

const present = hasCorpus('plans/mspdi');

if (!present) {
  test(`the corpus of plan files is not there (${CORPUS_DIR}): real files were not tried`, () => {
    expect(hasCorpus('plans/mspdi')).toBe(false);
  });
} else {
  const names = corpusNames('plans/mspdi', '.xml');

  describe.each(names)('%s', (name) => {
    const bytes = corpusFile(`plans/mspdi/${name}`);
    const { plan, report } = readPlanFile(bytes);

    test('the report counts what is in the file, and nothing gets lost between file and plan', () => {
      const xml = new TextDecoder().decode(bytes);
      for (const kind of ELEMENT_KINDS) {
        const count = report.counts[kind];
        expect({ kind, inFile: count.inFile }).toEqual({ kind, inFile: elementsIn(xml, kind) });
        expect(count.read + count.leftOut).toBe(count.inFile);
      }
      expect(report.counts.task.read).toBe(plan.tasks.length);
      expect(report.counts.link.read).toBe(plan.links.length);
      expect(report.counts.resource.read).toBe(plan.resources.length);
      expect(report.counts.assignment.read).toBe(plan.assignments.length);
      expect(report.counts.calendar.read).toBe(plan.calendars.length);
    });

    test('what is left out of a real file is only the placeholder of unassigned work', () => {
      expect(report.leftOut.filter((note) => note.reason !== 'placeholder')).toEqual([]);
      expect(report.counts.task.leftOut + report.counts.link.leftOut + report.counts.assignment.leftOut).toBe(
        0,
      );
    });

    test('an independent implementation reads the same out of it', () => {
      const expected: unknown = JSON.parse(
        new TextDecoder().decode(corpusFile(`plans/expected/${name}.json`)),
      );
      expect(differencesToJudge(plan, expected)).toEqual([]);
    });
  });

  test('the corpus holds the 32 files that these figures stand for', () => {
    const totals = names.map((name) => readPlanFile(corpusFile(`plans/mspdi/${name}`)).report.counts);
    const sum = (kind: ElementKind): number =>
      totals.reduce((total, counts) => total + counts[kind].inFile, 0);
    expect(Object.fromEntries(ELEMENT_KINDS.map((kind) => [kind, sum(kind)]))).toMatchObject({
      task: 605,
      link: 42,
      assignment: 576,
      baseline: 168,
    });
    expect(names).toHaveLength(32);
  });

  test('recurring exceptions fall on the days that Microsoft Project wrote down for older readers', () => {
    const bytes = corpusFile('plans/mspdi/calendar-recurring-exceptions-project2010-mspdi.xml');
    const xml = new TextDecoder().decode(bytes);
    const written = [...xml.matchAll(/<DayType>0<\/DayType>.*?<FromDate>(.{10}).*?<ToDate>(.{10})/gs)];
    const theirs = new Set(written.flatMap(([, from, to]) => daysBetween(from!, to!)));
    const ours = new Set(
      readPlanFile(bytes).plan.calendars[0]!.exceptions.flatMap(({ from, to }) => daysBetween(from, to)),
    );
    expect(written).toHaveLength(138);
    expect([...ours].sort()).toEqual([...theirs].sort());
  });
}

function daysBetween(from: string, to: string): string[] {
  return Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, index) =>
    dayText(dayNumber(from) + index),
  );
}
