import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Activity, Constraint, LinkKind, NetworkInput } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import { schedule } from '../schedule.js';

/**
 * slack9 of the MPXJ test data: early and late dates, slack and critical flags as Microsoft Project itself computed them, negative
 * slack included. Read from the corpus (CORPUS_DIR), in the form in which MPXJ read the file.
 */
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const CORPUS = resolve(ROOT, process.env['CORPUS_DIR'] ?? '../shared/data');
const FILE = resolve(CORPUS, 'plans/expected/slack9.xml.json');

interface SavedTask {
  readonly uid: number;
  readonly summary: boolean;
  readonly duration: string;
  readonly constraint: string;
  readonly constraintDate: string | null;
  readonly critical: boolean;
  readonly totalSlack: string;
  readonly ES: string;
  readonly EF: string;
  readonly LS: string;
  readonly LF: string;
  readonly pred: readonly { readonly uid: number; readonly type: LinkKind; readonly lag: string }[];
}

const UNIT_MINUTES: Record<string, number> = { m: 1, h: 60, d: 480 };

if (existsSync(FILE)) {
  const plan = JSON.parse(readFileSync(FILE, 'utf8')) as { start: string; tasks: SavedTask[] };
  const result = schedule(compileNetwork(networkOf(plan.tasks)), { projectStart: momentFromIso(plan.start) });

  describe('slack9 as Microsoft Project saved it', () => {
    test.each(plan.tasks.map((task) => [task.uid, task] as const))('task %i', (uid, task) => {
      const found = result.at(String(uid));
      expect({
        ES: isoFromMoment(found.earlyStart).slice(0, 16),
        EF: isoFromMoment(found.earlyFinish).slice(0, 16),
        LS: isoFromMoment(found.lateStart).slice(0, 16),
        LF: isoFromMoment(found.lateFinish).slice(0, 16),
        slack: found.totalFloatMinutes,
        critical: found.isCritical,
      }).toEqual({
        ES: task.ES,
        EF: task.EF,
        LS: task.LS,
        LF: task.LF,
        slack: minutesOf(task.totalSlack),
        critical: task.critical,
      });
    });

    test('the clash of its second milestone is reported', () => {
      expect(result.clashes).toMatchObject([{ activityId: '11', constraint: 'MFO', honoured: 'constraint' }]);
    });
  });
} else {
  test(`the corpus is not there (${FILE}): slack of Microsoft Project was not compared`, () => {
    process.stdout.write(
      `Corpus not found at ${CORPUS}; set CORPUS_DIR to compare slack with Microsoft Project.\n`,
    );
    expect(existsSync(FILE)).toBe(false);
  });
}

function networkOf(tasks: readonly SavedTask[]): NetworkInput {
  const root = tasks.find((task) => task.summary)!;
  return {
    projectCalendar: compileCalendar(STANDARD_CALENDAR),
    activities: tasks.map((task): Activity => ({
      id: String(task.uid),
      parentId: task === root ? null : String(root.uid),
      durationMinutes: task === root ? 0 : minutesOf(task.duration),
      constraint: constraintOf(task),
    })),
    links: tasks.flatMap((task) =>
      task.pred.map(({ uid, type, lag }) => ({
        from: String(uid),
        to: String(task.uid),
        kind: type,
        lag: { minutes: minutesOf(lag) },
      })),
    ),
  };
}

function constraintOf(task: SavedTask): Constraint {
  if (task.constraint === 'AS_SOON_AS_POSSIBLE') return { kind: 'ASAP' };
  if (task.constraint !== 'MUST_FINISH_ON')
    throw new Error(`slack9 now has the constraint ${task.constraint}`);
  return { kind: 'MFO', at: momentFromIso(task.constraintDate!) };
}

function minutesOf(duration: string): number {
  return Number.parseFloat(duration) * UNIT_MINUTES[duration.at(-1)!]!;
}
