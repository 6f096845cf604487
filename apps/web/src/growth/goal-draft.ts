import type { GrowthGoal, GrowthPlanFigures, GrowthWork } from '@meridian/contracts-resourcing';

/** A goal as the form holds it. */
export interface GoalDraft {
  readonly skill: string;
  readonly level: string;
  readonly by: string;
  readonly why: string;
  readonly assignmentIds: readonly string[];
}

export const emptyGoal: GoalDraft = { skill: '', level: '3', by: '', why: '', assignmentIds: [] };

export function draftOf({ skill, level, by, why, assignments }: GrowthGoal): GoalDraft {
  const assignmentIds = assignments.map(({ assignmentId }) => assignmentId);
  return { skill, level: String(level), by, why, assignmentIds };
}

/** What the service is told. */
export function goalBody(draft: GoalDraft, { personId }: Pick<GrowthPlanFigures, 'personId'>) {
  return { ...draft, level: Number(draft.level), personId };
}

/** Work that may be named: what is not over, and what the goal names already. */
export function worksFor(
  plan: Pick<GrowthPlanFigures, 'assignments'>,
  goal?: Pick<GrowthGoal, 'assignments'>,
): readonly GrowthWork[] {
  const named = goal?.assignments ?? [];
  const isNamed = (id: string): boolean => named.some(({ assignmentId }) => assignmentId === id);
  return [...named, ...plan.assignments.filter(({ assignmentId }) => !isNamed(assignmentId))];
}
