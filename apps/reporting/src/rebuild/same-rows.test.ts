import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { OwnerRecord, SealedEvent } from '@meridian/bus';
import {
  BudgetExceptionDecided,
  BudgetExceptionRequested,
  EarnedValueChanged,
  ToleranceBreached,
  ToleranceRestored,
} from '@meridian/contracts-budgeting';
import { DecisionRequested, DecisionTaken, GateRecorded } from '@meridian/contracts-governance';
import {
  MilestoneRecorded,
  MilestoneWithdrawn,
  PlanAdopted,
  ProjectRecorded,
  ScheduleChanged,
} from '@meridian/contracts-projects';
import { MilestoneReadinessChanged } from '@meridian/contracts-quality';
import {
  ConcernAttended,
  ConcernOverdue,
  OverloadsChanged,
  PerformanceReady,
  PerformanceSeen,
  ProjectStaffingChanged,
} from '@meridian/contracts-resourcing';
import fc from 'fast-check';
import { Fold } from './fold.js';
import { interleaved, sealed, told, type Told } from './told-history.js';

/** 10,000 take about 20 s. */
const HISTORIES = Number(process.env['MERIDIAN_HISTORIES'] ?? 1_000);
const unasked: OwnerRecord = {
  fetchEvents: () => Promise.reject(new Error('Nobody is asked here.')),
  listHeads: () => Promise.reject(new Error('Nobody is asked here.')),
};

describe('the read models', () => {
  test('are the same in whichever order the events of different owners are heard', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTold, { minLength: 2, maxLength: 24 }),
        choices,
        async (history, picks) => {
          const events = sealed(history);
          expect(await checksumOf(interleaved(events, picks))).toBe(await checksumOf(events));
        },
      ),
      { numRuns: HISTORIES },
    );
  }, 120_000);

  test('differ when one event is missing, so that the checksum means something', async () => {
    const [first, ...rest] = sealed([
      told(ProjectStaffingChanged, staffing(3), '2026-11-20T08:00:00.000Z'),
      told(ProjectStaffingChanged, staffing(3), '2026-11-21T08:00:00.000Z'),
    ]);
    expect(await checksumOf(rest)).not.toBe(await checksumOf([first!, ...rest]));
  });
});

/** The rows after these events, as one number. */
async function checksumOf(events: readonly SealedEvent[]): Promise<string> {
  const fold = new Fold(() => unasked, new Set());
  for (const event of events) await fold.take(event.source, [event]);
  const { projects, milestones, attention, ownLines } = fold.rows.takeChanged();
  const open = [...attention, ...ownLines].filter(([, line]) => line !== null);
  const rows = [projects, milestones, open].flatMap((table) => [...table].map(([, row]) => textOf(row)));
  return createHash('sha256').update(rows.sort().join('\n')).digest('hex');
}

function textOf(row: object | null): string {
  const fields = Object.entries(row ?? {}).sort(([one], [other]) => one.localeCompare(other));
  return JSON.stringify(fields, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
}

const choices = fc.array(fc.nat(20), { minLength: 24, maxLength: 24 });

const PROJECTS = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002'];
const PERSON = '20000000-0000-4000-8000-000000000001';
const projectId = fc.constantFrom(...PROJECTS);
/** Each project has two milestones, named after it. */
const milestone = fc
  .tuple(projectId, fc.constantFrom('a', 'b'))
  .map(([project, letter]) => ({ projectId: project, milestoneId: `${letter}${project.slice(1)}` }));
const day = fc.integer({ min: 0, max: 60 }).map((days) => dayAfter(days));
const at = fc
  .integer({ min: 0, max: 60 * 24 })
  .map((hour) => new Date(START + hour * 3_600_000).toISOString());
const few = fc.nat(2);
const ratio = fc.constantFrom('0.5', '0.93', '0.970000', '1', '-0', '1.25');
const START = Date.parse('2026-10-01');

function dayAfter(days: number): string {
  return new Date(START + days * 86_400_000).toISOString().slice(0, 10);
}

/** A first project with so many people. */
function staffing(people: number, overloadedPeople = 0, unfilledAssignments = 0) {
  return {
    projectId: PROJECTS[0]!,
    people,
    bookedMinutes: people * 480,
    overloadedPeople,
    unfilledAssignments,
  };
}

/** The one exception of a project. */
function exceptionOf({ projectId: id }: { readonly projectId: string }) {
  return { projectId: id, exceptionId: `e${id.slice(1)}`, nodeId: id, amountMinor: '100', currency: 'EUR' };
}

/** Anything that any owner tells of two projects with two milestones each. */
const anyTold: fc.Arbitrary<Told> = fc.oneof(
  fc
    .record({ projectId, at, name: fc.constantFrom('A', 'B'), isConfidential: fc.boolean() })
    .map(({ at: when, ...record }) =>
      told(
        ProjectRecorded,
        {
          ...record,
          version: 1,
          code: 'P-1',
          portfolio: 'P',
          stage: 'delivery',
          phases: [],
          currency: 'EUR',
        },
        when,
      ),
    ),
  fc
    .record({ projectId, at, start: day, finish: day, baselineFinish: day })
    .map(({ at: when, ...plan }) =>
      told(
        ScheduleChanged,
        { ...plan, planVersion: 1, scheduleVersion: 1, criticalCount: 0, moved: [] },
        when,
      ),
    ),
  fc
    .record({ projectId, at, start: day, finish: day, planVersion: fc.integer({ min: 1, max: 3 }) })
    .map(({ at: when, ...plan }) =>
      told(
        PlanAdopted,
        {
          ...plan,
          name: 'Plan',
          source: 'plan.xml',
          taskCount: 0,
          milestoneCount: 0,
          linkCount: 0,
          resourceCount: 0,
          assignmentCount: 0,
          criticalCount: 0,
          taskParts: 0,
          assignmentParts: 0,
        },
        when,
      ),
    ),
  fc
    .record({ milestone, at, baselineOn: day, forecastOn: day, waiting: few })
    .map(({ milestone: ids, at: when, waiting, ...dates }) =>
      told(
        MilestoneRecorded,
        { ...ids, ...dates, version: 1, name: 'M', isDone: false, sharedWith: Array(waiting).fill(PERSON) },
        when,
      ),
    ),
  fc
    .record({ milestone, at })
    .map(({ milestone: ids, at: when }) =>
      told(MilestoneWithdrawn, { ...ids, name: 'M', planVersion: 1 }, when),
    ),
  fc
    .record({ milestone, at, failed: few, openMandatory: few, isAccepted: fc.boolean() })
    .map(({ milestone: ids, at: when, ...readiness }) =>
      told(
        MilestoneReadinessChanged,
        {
          ...ids,
          ...readiness,
          milestoneName: 'M',
          total: 4,
          open: 0,
          passed: 0,
          waived: 0,
          isReady: false,
        },
        when,
      ),
    ),
  fc.record({ projectId, at, statusDate: day, cpi: ratio, spi: ratio }).map(({ at: when, ...value }) =>
    told(
      EarnedValueChanged,
      {
        ...value,
        version: 1,
        currency: 'EUR',
        bacMinor: '100',
        pvMinor: '50',
        evMinor: '40',
        acMinor: '60',
        committedMinor: '0',
        cvMinor: '-20',
        svMinor: '-10',
        percentComplete: '40',
        flags: [],
      },
      when,
    ),
  ),
  fc.record({ projectId, at, since: day, deviationPercent: ratio }).map(({ at: when, ...breach }) =>
    told(
      ToleranceBreached,
      {
        ...breach,
        dimension: 'cost',
        limitPercent: '10',
        forecastMinor: '120',
        budgetMinor: '100',
        currency: 'EUR',
      },
      when,
    ),
  ),
  fc
    .record({ projectId, at })
    .map(({ at: when, ...ids }) =>
      told(ToleranceRestored, { ...ids, dimension: 'cost', deviationPercent: '0' }, when),
    ),
  fc
    .record({ projectId, at, validThrough: day })
    .map(({ at: when, ...asked }) =>
      told(BudgetExceptionRequested, { ...asked, ...exceptionOf(asked), reason: 'R', askedBy: PERSON }, when),
    ),
  fc
    .record({ projectId, at })
    .map(({ at: when, ...ids }) =>
      told(
        BudgetExceptionDecided,
        { ...exceptionOf(ids), outcome: 'granted', decision: 'D', decidedBy: PERSON },
        when,
      ),
    ),
  fc.record({ projectId, at, answerBy: day }).map(({ at: when, projectId: concernId, answerBy }) =>
    told(
      ConcernOverdue,
      {
        concernId,
        answerBy,
        confidentiality: 'hr-partner',
        waitsForPersonIds: [PERSON],
        escalatedToPersonIds: [PROJECTS[0]!],
      },
      when,
    ),
  ),
  fc
    .record({ projectId, at })
    .map(({ at: when, projectId: concernId }) => told(ConcernAttended, { concernId }, when)),
  fc
    .record({ at, period: fc.constantFrom('2026-Q2', '2026-Q3'), releasedOn: day })
    .map(({ at: when, ...ready }) =>
      told(PerformanceReady, { ...ready, personId: PERSON, personName: 'Tom' }, when),
    ),
  fc
    .record({ at, period: fc.constantFrom('2026-Q2', '2026-Q3') })
    .map(({ at: when, period }) => told(PerformanceSeen, { personId: PERSON, period }, when)),
  fc
    .record({ projectId, at, people: few, over: few, unfilled: few })
    .map((s) =>
      told(
        ProjectStaffingChanged,
        { ...staffing(s.people, s.over, s.unfilled), projectId: s.projectId },
        s.at,
      ),
    ),
  fc.record({ projectId, at, weekStart: day, isOver: fc.boolean() }).map(({ at: when, ...load }) =>
    told(
      OverloadsChanged,
      {
        personId: PERSON,
        personName: 'Tom',
        role: 'Engineer',
        orgUnit: 'R&D',
        projectIds: [load.projectId],
        weeks: load.isOver
          ? [{ weekStart: load.weekStart, capacityMinutes: 2_400, bookedMinutes: 3_000 }]
          : [],
      },
      when,
    ),
  ),
  fc.record({ projectId, at, dueOn: day, missing: few }).map(({ at: when, ...gate }) =>
    told(
      GateRecorded,
      {
        ...gate,
        gateId: gate.projectId,
        version: 1,
        name: 'Gate',
        phaseId: 'p',
        order: 1,
        state: 'planned',
        evidence: [],
        isReady: false,
      },
      when,
    ),
  ),
  fc.record({ projectId, at, dueOn: day }).map(({ at: when, ...decision }) =>
    told(
      DecisionRequested,
      {
        ...decision,
        decisionId: decision.projectId,
        title: 'Approve',
        kind: 'approval',
        requestedBy: PERSON,
      },
      when,
    ),
  ),
  fc.record({ projectId, at, decidedOn: day }).map(({ at: when, ...taken }) =>
    told(
      DecisionTaken,
      {
        ...taken,
        decisionId: taken.projectId,
        title: 'Approve',
        outcome: 'approved',
        reason: 'Fine.',
        decidedBy: PERSON,
        decidedByName: 'Tom',
      },
      when,
    ),
  ),
);
