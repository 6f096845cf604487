import { levelOn, type SkillAsRecorded } from '../skills/skill.js';

export type GoalState = 'open' | 'reached' | 'late' | 'dropped';

export interface Goal {
  readonly level: number;
  /** The day by which it is to be reached. */
  readonly by: string;
  readonly isDropped: boolean;
}

/** A skill as it stands; `null` where none was recorded. */
export type SkillNow = (SkillAsRecorded & { readonly isConfirmed: boolean }) | null;

/**
 * How far a goal is. It is reached with a level that counts today and was confirmed by who decides for the person; what
 * people say of themselves is on the way there.
 */
export function goalState(goal: Goal, skill: SkillNow, today: string): GoalState {
  if (goal.isDropped) return 'dropped';
  if (skill?.isConfirmed === true && levelOn(skill, today) >= goal.level) return 'reached';
  return goal.by < today ? 'late' : 'open';
}
