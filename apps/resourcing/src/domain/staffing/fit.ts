import { levelOn, skillKey, type SkillAsRecorded } from '../skills/skill.js';

/** An unnamed resource of a plan: one person is to do all of its work. */
export interface Demand {
  readonly projectId: string;
  readonly projectName: string;
  readonly resourceName: string;
  readonly assignmentIds: readonly string[];
  readonly start: string;
  readonly finish: string;
  readonly workMinutes: number;
  /** Minutes for each of the weeks looked at. */
  readonly weeks: readonly number[];
  /** Skills asked for; none: the resource name is taken for a role or a skill. */
  readonly needs: readonly { readonly skill: string; readonly minimumLevel: number }[];
}

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly employedUntil: string | null;
  /** For each of the weeks looked at, as the capacity heat map has them. */
  readonly capacityMinutes: readonly number[];
  readonly bookedMinutes: readonly number[];
  readonly skills: ReadonlyMap<string, SkillAsRecorded & { readonly isWanted: boolean }>;
  /** Place of the cost grade among all grades, 0 the lowest to 1 the highest; `null` without a grade. */
  readonly gradePlace: number | null;
  readonly grade: string | null;
  readonly projectIds: ReadonlySet<string>;
}

export interface Weights {
  readonly skills: number;
  readonly availability: number;
  readonly continuity: number;
  readonly growth: number;
  readonly costGrade: number;
}

/** Where nothing else is told. */
export const USUAL_WEIGHTS: Weights = {
  skills: 40,
  availability: 25,
  continuity: 15,
  growth: 10,
  costGrade: 10,
};

export interface Reason {
  readonly kind: 'skills' | 'availability' | 'continuity' | 'growth' | 'cost-grade';
  /** Of 100. */
  readonly points: number;
  readonly sentence: string;
}

export interface Fit {
  /** Points times weights, summed. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const TOP_LEVEL = 5;

/**
 * How well somebody fits; `null` for who must not be suggested: without any skill that is needed, without any time, or
 * leaving before the work ends.
 */
export function fitOf(demand: Demand, candidate: Candidate, weights: Weights): Fit | null {
  if (candidate.employedUntil !== null && candidate.employedUntil < demand.finish) return null;
  const skills = skillsOf(demand, candidate);
  const availability = availabilityOf(demand, candidate);
  if (skills.points === 0 || availability.points === 0) return null;
  const reasons = [
    skills,
    availability,
    continuityOf(demand, candidate),
    growthOf(demand, candidate),
    gradeOf(candidate),
  ];
  const score =
    skills.points * weights.skills +
    availability.points * weights.availability +
    (reasons[2]?.points ?? 0) * weights.continuity +
    (reasons[3]?.points ?? 0) * weights.growth +
    (reasons[4]?.points ?? 0) * weights.costGrade;
  return { score, reasons };
}

function skillsOf(demand: Demand, { role, skills }: Candidate): Reason {
  const levelOf = (name: string) => {
    const skill = skills.get(skillKey(name));
    return skill ? levelOn(skill, demand.finish) : 0;
  };
  if (demand.needs.length === 0) {
    if (skillKey(role) === skillKey(demand.resourceName)) {
      return { kind: 'skills', points: 100, sentence: `Works as ${role}.` };
    }
    const level = levelOf(demand.resourceName);
    const sentence = `${demand.resourceName}: level ${level} of ${TOP_LEVEL} on the last day of the work.`;
    return { kind: 'skills', points: Math.round((level * 100) / TOP_LEVEL), sentence };
  }
  const shares = demand.needs.map(({ skill, minimumLevel }) => Math.min(1, levelOf(skill) / minimumLevel));
  const words = demand.needs.map(
    ({ skill, minimumLevel }) => `${skill} level ${levelOf(skill)}, ${minimumLevel} is needed`,
  );
  const points = Math.round((shares.reduce((sum, share) => sum + share, 0) * 100) / shares.length);
  return { kind: 'skills', points, sentence: `${words.join('; ')}.` };
}

function availabilityOf({ weeks }: Demand, { capacityMinutes, bookedMinutes }: Candidate): Reason {
  let [needed, free] = [0, 0];
  weeks.forEach((minutes, week) => {
    const left = Math.max(0, (capacityMinutes[week] ?? 0) - (bookedMinutes[week] ?? 0));
    needed += minutes;
    free += Math.min(minutes, left);
  });
  const points = needed === 0 ? 100 : Math.floor((free * 100) / needed);
  const sentence = `Has time for ${points} percent of the work in the weeks it is planned for.`;
  return { kind: 'availability', points, sentence };
}

function continuityOf({ projectId }: Demand, { projectIds }: Candidate): Reason {
  const isIn = projectIds.has(projectId);
  const sentence = isIn ? 'Is booked in the project already.' : 'Is new to the project.';
  return { kind: 'continuity', points: isIn ? 100 : 0, sentence };
}

function growthOf({ needs, resourceName }: Demand, { skills }: Candidate): Reason {
  const names = needs.length === 0 ? [resourceName] : needs.map(({ skill }) => skill);
  const wanted = names.filter((name) => skills.get(skillKey(name))?.isWanted === true);
  const points = Math.round((wanted.length * 100) / names.length);
  const sentence = points > 0 ? `Wants to do more of ${wanted.join(', ')}.` : 'Has said no wish for it.';
  return { kind: 'growth', points, sentence };
}

/** Without a grade somebody stands in the middle: nothing is known for or against. */
function gradeOf({ gradePlace, grade }: Candidate): Reason {
  const points = gradePlace === null ? 50 : Math.round((1 - gradePlace) * 100);
  const sentence = grade === null ? 'Has no cost grade.' : `Cost grade ${grade}.`;
  return { kind: 'cost-grade', points, sentence };
}

/** Grades in the order people count in (P2 before P10), each at its place from 0 to 1; one alone stands in the middle. */
export function gradePlaces(grades: readonly string[]): Map<string, number> {
  const sorted = [...new Set(grades)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return new Map(
    sorted.map((grade, place) => [grade, sorted.length === 1 ? 0.5 : place / (sorted.length - 1)]),
  );
}
