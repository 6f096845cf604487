import { randomUUID } from 'node:crypto';
import { personIdOf } from '@meridian/contracts-resourcing';
import { eventually } from './eventually.js';
import type { Story } from './live-until-today.js';
import { RETIRING_SPONSOR, STORY_PEOPLE } from './story.js';

interface Booking {
  readonly assignmentId: string;
  readonly personName: string;
  readonly version: number;
}

interface Staffed {
  readonly people: { readonly bookings: readonly Booking[] } | null;
}

const [JON, LEA] = ['jon.okafor', 'lea.chen'] as const;

/** Whoever was hired is known to resourcing: skills, sheets and bookings of theirs are taken from then on. */
export async function knowPeople({ as }: Story): Promise<void> {
  await eventually(
    () => as(LEA).get<{ readonly people: readonly unknown[] }>('/v1/people?limit=200'),
    ({ people }) => people.length >= STORY_PEOPLE.length,
  );
}

/** The service portal looks for people: one is asked for, one proposed who has little time, one waits to be confirmed. */
export async function findPeople(story: Story, projectId: string): Promise<void> {
  const { people } = await eventually(
    () => story.as(JON).get<Staffed>(`/v1/projects/${projectId}`),
    (page) => page.people?.bookings.some(({ personName }) => personName === 'Trainer') === true,
  );
  const take = async (resource: string, steps: readonly Step[]): Promise<void> => {
    const booking = people?.bookings.find(({ personName }) => personName === resource);
    let version = booking?.version;
    for (const { by, ...step } of steps) {
      const path = `/v1/projects/${projectId}/assignments/${booking?.assignmentId}/booking-steps`;
      const match = { 'If-Match': `"${version}"` };
      ({ version } = await story.as(by).command<{ version: number }>('POST', path, step, match));
    }
  };
  await Promise.all([
    take('Trainer', [{ by: JON, step: 'request', reason: 'Four evening courses before go-live' }]),
    take('Developer', [
      { by: JON, step: 'request' },
      {
        by: LEA,
        step: 'propose',
        personId: idOf('Kristjan Tamm'),
        reason: 'Knows the portal; the data platform has him first',
      },
    ]),
    take('Validation engineer', [
      { by: JON, step: 'request' },
      { by: LEA, step: 'propose', personId: idOf('Tom Jensen') },
      { by: JON, step: 'agree' },
    ]),
  ]);
}

interface Step {
  readonly by: string;
  readonly step: string;
  readonly personId?: string;
  readonly reason?: string;
}

type Skill = readonly [name: string, skill: string, level: number, evidence: string, endsIn?: number];

/** Working days from today until which it counts, where it ends. */
const SKILLS: readonly Skill[] = [
  ['Tom Jensen', 'GAMP 5', 4, 'Certificate 4711', 30],
  ['Tom Jensen', 'Computer system validation', 5, 'Twelve systems validated'],
  ['Greta Maes', 'Customer platform', 4, 'Built its first release'],
  ['Greta Maes', 'Developer', 4, 'Nine years'],
  ['Paulo Ribeiro', 'Customer platform', 3, 'Migrated two regions'],
  ['Kristjan Tamm', 'Data engineer', 2, 'Data platform, ingestion'],
  ['Kristjan Tamm', 'Cloud security', 3, 'Certificate CS-88', 12],
  ['Hana Kral', 'Master data', 5, 'Wrote the data model'],
  ['Marco Conti', 'Master data', 3, 'Two migrations'],
  ['Marco Conti', 'Cloud security', 4, 'Certificate CS-12', 180],
  ['Jonas Weber', 'eCTD', 5, 'Six submissions'],
  ['Zofia Nowak', 'eCTD', 3, 'Two submissions, with review'],
  ['Zofia Nowak', 'GAMP 5', 2, 'Course of last spring', 45],
  ['Eva Huber', 'Trainer', 4, 'Trained four sites'],
];

/** What people can do; some of it ends soon. Who decides for them records it, so that it is confirmed. */
export async function recordSkills({ as, days }: Story): Promise<void> {
  await Promise.all(
    SKILLS.map(([name, skill, level, evidence, endsIn]) =>
      as(LEA).command(
        'PUT',
        `/v1/people/${idOf(name)}/skills`,
        {
          skill,
          level,
          evidence,
          isWanted: level < 3,
          ...(endsIn !== undefined && { validUntil: days.on(endsIn) }),
        },
        { 'If-Match': '"0"' },
      ),
    ),
  );
}

/** Euros an hour: of the house, of roles, of a site, of one from outside. */
const RATES = [
  { perHour: 85, of: {} },
  { perHour: 95, of: { role: 'Developer' } },
  { perHour: 105, of: { role: 'Validation engineer' } },
  { perHour: 110, of: { role: 'Solution architect' } },
  { perHour: 112, of: { role: 'Validation engineer', siteId: 'Cork' } },
  { perHour: 140, of: { personId: personIdOf('E-1008') } },
] as const;

/** Rates by role, site and person; those of roles rise with the new year. */
export async function recordRates({ as, days }: Story): Promise<void> {
  await Promise.all(
    RATES.map(async ({ perHour, of }) => {
      const path = `/v1/labour-rates/${randomUUID()}`;
      const record = (version: number, validFrom: string, euros: number, decision: string) =>
        as('anna.meyer').command(
          'PUT',
          path,
          { ...of, validFrom, perHourMinor: String(euros * 100), currency: 'EUR', decision },
          { 'If-Match': `"${version}"` },
        );
      await record(0, days.on(-200), perHour, 'Rates of the year, management board');
      if ('role' in of) await record(1, days.on(30), Math.round(perHour * 1.03), 'Rates of next year, +3 %');
    }),
  );
}

/** Who sponsors the service portal retires: HR says so, and another one has to answer for the project. */
export async function letLeave({ as, days }: Story): Promise<void> {
  const leaver = STORY_PEOPLE.find(({ name }) => name === RETIRING_SPONSOR);
  await as('anna.meyer').command('POST', '/v1/connectors/events', {
    specversion: '1.0',
    id: `left-${leaver?.employeeNumber}`,
    source: '/demonstration/hr',
    type: 'hr.worker.left.v1',
    data: { employeeNumber: leaver?.employeeNumber, lastDay: days.on(29) },
  });
}

/** Tom wrote what he worked last week and handed it in: less than was planned. */
export async function logTime({ as, today }: Story, projectId: string): Promise<void> {
  const tom = as('tom.jensen');
  const weekStart = mondayBefore(today);
  const worked = Array.from({ length: 5 }, (_, day) => ({
    day: dayAfter(weekStart, day),
    projectId,
    minutes: 420,
    note: day === 0 ? 'Scope with the service desk' : 'Design',
  }));
  const sheet = { weekStart, lines: worked };
  const { version } = await tom.command<{ version: number }>('PUT', '/v1/timesheet', sheet, {
    'If-Match': '"0"',
  });
  await tom.command('POST', '/v1/timesheet/submission', { weekStart }, { 'If-Match': `"${version}"` });
}

/** The Monday of the week before. */
function mondayBefore(today: string): string {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAfter(today, -sinceMonday - 7);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function idOf(name: string): string {
  const person = STORY_PEOPLE.find((one) => one.name === name);
  if (!person) throw new Error(`Nobody of the story is called ${name}.`);
  return personIdOf(person.employeeNumber);
}
