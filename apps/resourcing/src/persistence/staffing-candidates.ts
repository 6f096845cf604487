import { groupedBy } from '../domain/levelling/grouped-by.js';
import { gradePlaces, type Candidate, type Demand } from '../domain/staffing/fit.js';
import { skillKey, type SkillAsRecorded } from '../domain/skills/skill.js';
import type { Database } from './database.js';
import { loadsOfEverybody } from './everybody.js';

/** Everybody who is employed, with what the demands ask about. */
export async function candidatesFor(
  database: Database,
  demands: readonly Demand[],
  mondays: readonly string[],
  today: string,
): Promise<Candidate[]> {
  if (demands.length === 0) return [];
  const names = demands.flatMap(({ resourceName, needs }) => [
    resourceName,
    ...needs.map(({ skill }) => skill),
  ]);
  const projectIds = [...new Set(demands.map(({ projectId }) => projectId))];
  const [loads, people, skills, booked, goals] = await Promise.all([
    loadsOfEverybody(database, { mondays, today }),
    database.person.findMany({
      where: { OR: [{ employedUntil: null }, { employedUntil: { gte: today } }] },
      select: { personId: true, grade: true, employedUntil: true },
    }),
    database.skill.findMany({
      where: { nameKey: { in: [...new Set(names.map(skillKey))] }, level: { gt: 0 } },
    }),
    database.booking.findMany({
      where: { projectId: { in: projectIds }, personId: { not: null } },
      distinct: ['projectId', 'personId'],
      select: { projectId: true, personId: true },
    }),
    database.growthGoal.findMany({
      where: { isDropped: false, by: { gte: today }, skillKey: { in: [...new Set(names.map(skillKey))] } },
      select: { personId: true, skillKey: true },
    }),
  ]);
  const places = gradePlaces(people.flatMap(({ grade }) => grade ?? []));
  const employed = new Map(people.map((person) => [person.personId, person]));
  const skillsOf = groupedBy(skills, ({ personId }) => personId);
  const goalsOf = groupedBy(goals, ({ personId }) => personId);
  const projectsOf = groupedBy(booked, ({ personId }) => personId ?? '');
  return loads.flatMap((load) => {
    const person = employed.get(load.personId);
    if (!person) return [];
    const { grade, employedUntil } = person;
    return [
      {
        personId: load.personId,
        name: load.name,
        role: load.role,
        employedUntil,
        capacityMinutes: load.capacityMinutes,
        bookedMinutes: load.bookedMinutes,
        skills: withGoals(skillsOf.get(load.personId) ?? [], goalsOf.get(load.personId) ?? []),
        grade,
        gradePlace: grade === null ? null : (places.get(grade) ?? null),
        projectIds: new Set((projectsOf.get(load.personId) ?? []).map(({ projectId }) => projectId)),
      },
    ];
  });
}

/** A goal of the growth plan is a wish, also for what the person cannot do at all yet. */
function withGoals(
  skills: readonly (SkillAsRecorded & { readonly nameKey: string; readonly isWanted: boolean })[],
  goals: readonly { readonly skillKey: string }[],
): Candidate['skills'] {
  const wanted = new Set(goals.map((goal) => goal.skillKey));
  const known: Map<string, SkillAsRecorded & { readonly isWanted: boolean }> = new Map(
    [...wanted].map((key) => [key, { level: 0, validUntil: null, isWanted: true }]),
  );
  for (const skill of skills) {
    known.set(skill.nameKey, { ...skill, isWanted: skill.isWanted || wanted.has(skill.nameKey) });
  }
  return known;
}
