import type { CapacityHeatMapFigures, HeatMapRow } from '@meridian/contracts-resourcing';

export const groupings = ['person', 'role', 'team'] as const;
export type Grouping = (typeof groupings)[number];

/** A week of a person or of a group, in minutes. */
export interface HeatCell {
  readonly capacityMinutes: number;
  readonly bookedMinutes: number;
  /** What is booked above capacity, person by person: free hours of one do not help another. */
  readonly overMinutes: number;
  /** Of the hours there are; null without any. */
  readonly percent: number | null;
  readonly peopleOver: number;
}

export interface HeatRow {
  readonly key: string;
  readonly name: string;
  /** Role and team of a person, how many people of a group. */
  readonly note: string;
  readonly people: readonly HeatMapRow[];
  readonly cells: readonly HeatCell[];
  readonly overMinutes: number;
  readonly weeksOver: number;
}

/** People, or their groups, with most above capacity first. */
export function heatRows({ people, weeks }: CapacityHeatMapFigures, by: Grouping): readonly HeatRow[] {
  const groups = new Map<string, HeatMapRow[]>();
  for (const person of people) {
    const key = by === 'person' ? person.personId : by === 'role' ? person.role : person.orgUnit;
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups]
    .map(([key, members]) => rowOf(key, members, weeks.length, by))
    .sort((one, other) => other.overMinutes - one.overMinutes || one.name.localeCompare(other.name));
}

/** Rows whose name, role or team has the text. */
export function rowsWith(rows: readonly HeatRow[], text: string): readonly HeatRow[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return rows;
  return rows.filter(({ name, note }) => `${name} ${note}`.toLocaleLowerCase().includes(wanted));
}

function rowOf(key: string, people: readonly HeatMapRow[], weeks: number, by: Grouping): HeatRow {
  const cells = Array.from({ length: weeks }, (_, week) => cellOf(people, week));
  const [first] = people;
  const isPerson = by === 'person' && first !== undefined;
  return {
    key,
    name: isPerson ? first.name : key,
    note: isPerson
      ? `${first.role}, ${first.orgUnit}`
      : `${people.length} ${people.length === 1 ? 'person' : 'people'}`,
    people,
    cells,
    overMinutes: cells.reduce((sum, cell) => sum + cell.overMinutes, 0),
    weeksOver: cells.filter(({ overMinutes }) => overMinutes > 0).length,
  };
}

export function cellOf(people: readonly HeatMapRow[], week: number): HeatCell {
  let [capacityMinutes, bookedMinutes, overMinutes, peopleOver] = [0, 0, 0, 0];
  for (const person of people) {
    const has = person.capacityMinutes?.[week] ?? 0;
    const booked = person.bookedMinutes?.[week] ?? 0;
    capacityMinutes += has;
    bookedMinutes += booked;
    if (booked > has) {
      overMinutes += booked - has;
      peopleOver += 1;
    }
  }
  const percent = capacityMinutes === 0 ? null : Math.round((bookedMinutes / capacityMinutes) * 100);
  return { capacityMinutes, bookedMinutes, overMinutes, percent, peopleOver };
}
