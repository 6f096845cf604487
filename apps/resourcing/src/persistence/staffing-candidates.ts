import { groupedBy } from '../domain/levelling/grouped-by.js';
import { gradePlaces, type Candidate, type Demand } from '../domain/staffing/fit.js';
import { skillKey } from '../domain/skills/skill.js';
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
  const [loads, people, skills, booked] = await Promise.all([
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
  ]);
  const places = gradePlaces(people.flatMap(({ grade }) => grade ?? []));
  const employed = new Map(people.map((person) => [person.personId, person]));
  const skillsOf = groupedBy(skills, ({ personId }) => personId);
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
        skills: new Map((skillsOf.get(load.personId) ?? []).map((skill) => [skill.nameKey, skill])),
        grade,
        gradePlace: grade === null ? null : (places.get(grade) ?? null),
        projectIds: new Set((projectsOf.get(load.personId) ?? []).map(({ projectId }) => projectId)),
      },
    ];
  });
}
