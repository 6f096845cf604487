import { calendarWeek, capacityByWeek } from '../domain/capacity.js';
import type { LeavePeriod } from '../domain/capacity.js';
import { employmentOf } from '../domain/employment.js';
import type { EmploymentFact } from '../domain/employment.js';
import type { LoadWeek } from '../domain/load.js';
import { endOfWeek, weeksBetween } from '../domain/weeks.js';
import type { Tx } from './database.js';

export interface WeeksWanted {
  /** In a row. */
  readonly mondays: readonly string[];
  readonly today: string;
  readonly role?: string | undefined;
  readonly orgUnit?: string | undefined;
}

/** A person with a figure for each of the weeks. */
export interface PersonWeeks {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly orgUnit: string;
  readonly capacityMinutes: readonly number[];
  readonly bookedMinutes: readonly number[];
}

interface PersonRow {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly orgUnit: string;
  readonly firstWeek: string | null;
  readonly bookedMinutes: readonly number[] | null;
  readonly facts: readonly EmploymentFact[] | null;
  readonly leaves: readonly LeavePeriod[] | null;
}

/** Capacity and load of everybody, or of a role or unit, by name. One statement, one row a person. */
export async function loadsOfEverybody(
  database: Pick<Tx, '$queryRaw'>,
  wanted: WeeksWanted,
): Promise<PersonWeeks[]> {
  const { mondays, today, role = null, orgUnit = null } = wanted;
  const [first, last] = [mondays[0] ?? today, endOfWeek(mondays.at(-1) ?? today)];
  const rows = await database.$queryRaw<PersonRow[]>`
    SELECT person.person_id AS "personId", person.name, person.role, person.org_unit AS "orgUnit",
           load.first_week AS "firstWeek", load.booked_minutes AS "bookedMinutes",
           (SELECT jsonb_agg(jsonb_build_object('kind', kind, 'effectiveOn', effective_on, 'facts', facts) ORDER BY fact_id)
            FROM employment_fact WHERE employment_fact.person_id = person.person_id) AS facts,
           (SELECT jsonb_agg(jsonb_build_object('from', from_on, 'to', to_on)) FROM leave
            WHERE leave.person_id = person.person_id AND NOT is_cancelled AND to_on >= ${first} AND from_on <= ${last}
           ) AS leaves
    FROM person LEFT JOIN person_load AS load USING (person_id)
    WHERE (${role}::text IS NULL OR person.role = ${role}) AND (${orgUnit}::text IS NULL OR person.org_unit = ${orgUnit})
    ORDER BY person.name, person.person_id`;
  const weeks = mondays.map(calendarWeek);
  return rows.map(({ firstWeek, bookedMinutes, facts, leaves, ...person }) => {
    const periods = facts === null ? [] : employmentOf(facts, today).periods;
    const shift = firstWeek === null ? 0 : weeksBetween(firstWeek, first);
    return {
      ...person,
      capacityMinutes: capacityByWeek(periods, leaves ?? [], weeks),
      bookedMinutes: mondays.map((_, index) => bookedMinutes?.[shift + index] ?? 0),
    };
  });
}

export function loadWeeks(mondays: readonly string[], person: PersonWeeks): LoadWeek[] {
  return mondays.map((weekStart, index) => ({
    weekStart,
    capacityMinutes: person.capacityMinutes[index] ?? 0,
    bookedMinutes: person.bookedMinutes[index] ?? 0,
  }));
}
