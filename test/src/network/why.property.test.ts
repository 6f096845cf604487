import { expect, test } from '@jest/globals';
import { compileNetwork, schedule } from '@meridian/network';
import type {
  Activity,
  Constraint,
  NetworkInput,
  Progress,
  ScheduleOptions,
  WhyStep,
} from '@meridian/network';
import fc from 'fast-check';
import { activityOf, afterLag, calendarOf } from './by-hand.js';
import { calendarNetworks, grouped, inPieces, PROJECT_START } from './random-networks.js';

const GIVEN = [
  'project-start',
  'status-date',
  'project-finish',
  'deadline',
  'constraint',
  'actual',
  'manual',
  'rest',
];
const ABOUT_START = ['SNET', 'SNLT', 'MSO', 'START_ON'];
const ENDS = ['start', 'finish'] as const;

test('every date is explained by a chain that leads to a given one, and each step adds up', () => {
  fc.assert(
    fc.property(plans(), ({ input, options }) => {
      const result = schedule(compileNetwork(input), options);
      for (const { id } of input.activities) {
        for (const end of ENDS) {
          const chain = result.why(id, end);
          expect(chain[0]).toMatchObject({ activityId: id, end, at: result.at(id)[end] });
          chain.forEach((step, i) => addsUp(input, step, chain[i + 1]));
          expect(GIVEN).toContain(chain.at(-1)!.because.kind);
        }
      }
    }),
    { numRuns: 500 },
  );
});

function addsUp(input: NetworkInput, step: WhyStep, next: WhyStep | undefined): void {
  const { because } = step;
  if ('from' in because) expect(next).toMatchObject(because.from);
  if (input.activities.some(({ parentId }) => parentId === step.activityId)) return;
  const time = timeOf(input, step.activityId);
  switch (because.kind) {
    case 'link':
      expect(because.allowedAt).toBe(afterLag(input, because.link, because.from.at));
      expect(time.isFirst(step, because.allowedAt)).toBe(true);
      return;
    case 'work':
      if (!time.hasPieces) expect(time.between(because.from.at, step.at)).toBe(because.minutes);
      return;
    case 'work-back':
      if (!time.hasPieces) expect(time.between(step.at, because.from.at)).toBe(because.minutes);
      return;
    case 'rest':
      if (!time.hasPieces) expect(time.between(because.goesOnAt, step.at)).toBe(because.minutes);
      return;
    case 'delay': {
      const isElapsed = 'elapsedMinutes' in activityOf(input, step.activityId).delay!;
      if (isElapsed) expect(time.isFirst(step, because.from.at + because.minutes)).toBe(true);
      else expect(time.between(because.from.at, step.at)).toBe(because.minutes);
      return;
    }
    case 'constraint':
      expect(step.end).toBe(
        ABOUT_START.includes(because.constraint) || time.isMilestone ? step.end : 'finish',
      );
      expect(time.isSame(step, because.givenAt)).toBe(true);
      return;
    case 'project-start':
    case 'status-date':
      expect(time.isFirst(step, because.givenAt)).toBe(true);
      return;
    case 'actual':
    case 'manual':
      expect(step.at).toBe(because.givenAt);
      return;
    default:
  }
}

/** The own time of an activity. What is done in pieces ends in the time of its pieces: there, only starts are worked out. */
function timeOf(input: NetworkInput, id: string) {
  const activity = activityOf(input, id);
  const calendar = calendarOf(input, activity);
  const isMilestone = activity.durationMinutes === 0;
  const hasPieces = (activity.pieces?.length ?? 0) > 0;
  const work = (moment: number) => calendar?.workBefore(moment) ?? moment;
  const opening = (moment: number) => {
    if (!calendar || (isMilestone && calendar.finishAt(work(moment)) === moment)) return moment;
    return calendar.startAt(work(moment));
  };
  const isSame = (step: WhyStep, moment: number) => hasPieces || work(step.at) === work(moment);
  return {
    isMilestone,
    hasPieces,
    isSame,
    between: (from: number, to: number) => work(to) - work(from),
    /** A start at the first opening from a moment on; a finish when as much work is done as by then. */
    isFirst: (step: WhyStep, moment: number) =>
      step.end === 'start' || isMilestone ? step.at === opening(moment) : isSame(step, moment),
  };
}

interface Plan {
  readonly input: NetworkInput;
  readonly options: ScheduleOptions;
}

function plans(): fc.Arbitrary<Plan> {
  const moment = fc.integer({ min: -1_000, max: 9_000 }).map((minutes) => PROJECT_START + minutes);
  const dated: fc.Arbitrary<Constraint> = fc.record({
    kind: fc.constantFrom('SNET', 'FNET', 'MSO', 'MFO', 'SNLT', 'FNLT', 'START_ON', 'FINISH_ON'),
    at: moment,
  });
  const constraint: fc.Arbitrary<Constraint> = fc.oneof(dated, fc.constant({ kind: 'ALAP' as const }));
  const minutes = fc.nat({ max: 1_500 });
  const manual = fc.tuple(moment, minutes).map(([start, length]) => ({ start, finish: start + length }));
  const extra: fc.Arbitrary<Partial<Activity>> = fc.record({
    constraint: fc.option(constraint, { freq: 3 }),
    deadline: fc.option(moment, { freq: 2 }),
    delay: fc.option(fc.oneof(fc.record({ minutes }), fc.record({ elapsedMinutes: minutes })), { freq: 2 }),
    manual: fc.option(manual, { freq: 1 }),
  });
  const report: fc.Arbitrary<Progress | null> = fc.option(
    fc.record({ actualStart: moment, percentComplete: fc.integer({ min: 0, max: 100 }) }),
    { freq: 2 },
  );
  const from = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ projectStart: PROJECT_START }) },
    fc.constant({ finishOn: PROJECT_START + 20_000 }),
  );
  const settings = fc.record(
    {
      honour: fc.constantFrom('constraint' as const, 'link' as const),
      outOfSequence: fc.constantFrom('retained-logic' as const, 'progress-override' as const),
      statusDate: moment,
    },
    { requiredKeys: [] },
  );
  const networks = fc.oneof(calendarNetworks(), grouped(calendarNetworks()), inPieces(calendarNetworks()));
  const each = { minLength: 15, maxLength: 15 };
  return fc
    .tuple(networks, fc.array(extra, each), fc.array(report, each), from, settings)
    .map(([input, extras, reports, start, set]) => {
      const leaves = input.activities.filter(({ id }) => !id.startsWith('g'));
      const entries = leaves.flatMap(({ id }, i) => (reports[i] ? [[id, reports[i]] as const] : []));
      const activities = input.activities.map((activity, i) =>
        activity.id.startsWith('g') ? activity : { ...activity, ...extras[i] },
      );
      return { input: { ...input, activities }, options: { ...set, ...start, progress: new Map(entries) } };
    });
}
