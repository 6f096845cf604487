import { figureOf } from './figure.js';
import type { Figure } from './figure.js';
import { idsOf } from './plan-facts.js';
import type { PlanFacts } from './plan-facts.js';
import { brokenTraces, outOfSequence, tasksWithoutWayToFinish } from './traces.js';

/** A best practice, and what of it can be read from the schedule; the rest is for people to judge. */
export interface Practice {
  readonly number: number;
  readonly name: string;
  readonly figures: readonly Figure[];
  /** All figures that could be counted pass; null when none could. */
  readonly passes: boolean | null;
}

const LONGEST_RISK_AGE_DAYS = 90;
const MOST_LEVEL_OF_EFFORT = 0.15;

/** The ten practices of GAO-16-89G, from the DCMA points and what else a schedule shows. */
export function gaoPractices(facts: PlanFacts, dcma: readonly Figure[]): Practice[] {
  const point = (number: number) => dcma[number - 1]!;
  return [
    practice(1, 'Capturing all activities', [
      unnamedApart(facts),
      emptySummaries(facts),
      levelOfEffort(facts),
    ]),
    practice(2, 'Sequencing all activities', [...[1, 2, 3, 4, 5].map(point), linkedSummaries(facts)]),
    practice(3, 'Assigning resources to all activities', [point(10)]),
    practice(4, 'Establishing the duration of all activities', [point(8)]),
    practice(5, 'Verifying that the schedule can be traced horizontally and vertically', [
      noWayToFinish(facts),
      vertical(facts),
    ]),
    practice(6, 'Confirming that the critical path is valid', [point(12), heldCritical(facts)]),
    practice(7, 'Ensuring reasonable total float', [point(6), point(7)]),
    practice(8, 'Conducting a schedule risk analysis', [riskAge(facts)]),
    practice(9, 'Updating the schedule using actual progress and logic', [point(9), inSequence(facts)]),
    practice(10, 'Maintaining a baseline schedule', [
      withoutBaseline(facts),
      point(11),
      point(13),
      point(14),
    ]),
  ];
}

function practice(number: number, name: string, figures: readonly Figure[]): Practice {
  const counted = figures.filter(({ passes }) => passes !== null);
  return { number, name, figures, passes: counted.length ? counted.every(({ passes }) => passes) : null };
}

function unnamedApart(facts: PlanFacts): Figure {
  const seen = new Map<string, number>();
  for (const { name } of facts.details) seen.set(name, (seen.get(name) ?? 0) + 1);
  return figureOf({
    name: 'Names given twice',
    definition: 'Tasks that share their name with another task: which is which cannot be told.',
    taskIds: idsOf(facts.details.filter(({ name }) => seen.get(name)! > 1)),
    among: facts.details.length,
    threshold: { atMost: 0 },
  });
}

function emptySummaries(facts: PlanFacts): Figure {
  const parents = new Set(facts.plan.tasks.map(({ parentId }) => parentId));
  const summaries = facts.plan.tasks.filter(({ isSummary }) => isSummary);
  return figureOf({
    name: 'Empty summaries',
    definition: 'Summaries that hold no task: work that was announced and not planned.',
    taskIds: idsOf(summaries.filter(({ id }) => !parents.has(id))),
    among: summaries.length,
    threshold: { atMost: 0 },
  });
}

function levelOfEffort(facts: PlanFacts): Figure {
  const leaves = facts.plan.tasks.filter(({ isSummary }) => !isSummary);
  return figureOf({
    name: 'Level of effort',
    definition: 'Tasks whose progress is nothing but time; above 15 % they hide what is done.',
    taskIds: idsOf(leaves.filter(({ isLevelOfEffort }) => isLevelOfEffort)),
    among: leaves.length,
    threshold: { atMost: MOST_LEVEL_OF_EFFORT },
  });
}

function linkedSummaries(facts: PlanFacts): Figure {
  const isSummary = (id: string) => facts.byId.get(id)?.isSummary === true;
  return figureOf({
    name: 'Links of summaries',
    definition: 'Links to or from a summary: they bind work that nobody thought of.',
    linkIndexes: facts.openLinks.filter((i) => isSummary(facts.link(i).from) || isSummary(facts.link(i).to)),
    among: facts.openLinks.length,
    threshold: { atMost: 0 },
  });
}

function noWayToFinish(facts: PlanFacts): Figure {
  return figureOf({
    name: 'Horizontal traceability',
    definition: 'Incomplete tasks from which no chain of links leads to what finishes last.',
    taskIds: idsOf(tasksWithoutWayToFinish(facts)),
    among: facts.incomplete.length,
    threshold: { atMost: 0.05 },
  });
}

function vertical(facts: PlanFacts): Figure {
  return figureOf({
    name: 'Vertical traceability',
    definition: 'Summaries whose dates are not those of what they hold.',
    taskIds: idsOf(brokenTraces(facts)),
    among: facts.plan.tasks.filter(({ isSummary }) => isSummary).length,
    threshold: { atMost: 0 },
  });
}

function heldCritical(facts: PlanFacts): Figure {
  const critical = facts.incomplete.filter(({ isCritical }) => isCritical);
  const held = critical.filter(({ constraint }) => constraint != null && !/^A[SL]AP$/.test(constraint));
  return figureOf({
    name: 'Critical tasks with a date',
    definition:
      'Critical tasks that a constraint holds to a date, so that not logic alone makes them critical.',
    taskIds: idsOf(held),
    among: critical.length,
    threshold: { atMost: 0.05 },
  });
}

function riskAge(facts: PlanFacts): Figure {
  const { statusDate, riskAnalysedAt } = facts.plan;
  const isKnown = statusDate !== null && riskAnalysedAt !== undefined;
  const isFresh =
    isKnown &&
    riskAnalysedAt !== null &&
    facts.daysBetween(riskAnalysedAt, statusDate) <= LONGEST_RISK_AGE_DAYS;
  return figureOf({
    name: 'Risk analysis',
    definition: `Missing, or older than ${LONGEST_RISK_AGE_DAYS} working days at the status date.`,
    count: isFresh ? 0 : 1,
    among: isKnown ? 1 : 0,
    threshold: { atMost: 0 },
  });
}

function inSequence(facts: PlanFacts): Figure {
  const begun = facts.details.filter((task) => task.actualStart != null);
  return figureOf({
    name: 'Out of sequence',
    definition: 'Tasks that began before an unfinished predecessor allowed.',
    taskIds: idsOf(outOfSequence(facts)),
    among: begun.length,
    threshold: { atMost: 0 },
  });
}

function withoutBaseline(facts: PlanFacts): Figure {
  return figureOf({
    name: 'Without baseline',
    definition: 'Tasks without baseline dates.',
    taskIds: idsOf(facts.details.filter((task) => task.baselineStart == null || task.baselineFinish == null)),
    among: facts.details.length,
    threshold: { atMost: 0 },
  });
}
