import 'reflect-metadata';
import { CapacityHeatMap } from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import { parseArgs } from 'node:util';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures } from './measure/figures.js';

// npm run bench -- capacity [--json] [--runs 20] [--people 2000] [--weeks 104]: the heat map of everybody, asked of the
// running service as the gateway asks it, after a few questions to warm it up.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '20' },
    people: { type: 'string', default: '2000' },
    weeks: { type: 'string', default: '104' },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const PEOPLE = Number(values.people);
const WEEKS = Number(values.weeks);
const WARM_UP = 10;
const FIRST_WEEK = '2026-11-23';
const lea = person('resource-manager', 'Lea');

const at = new Date();
const figures = new Figures();
const resourcing = await ServiceUnderTest.start('resourcing');
try {
  await settle();
  say(`${PEOPLE} people over ${WEEKS} weeks`);
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const began = performance.now();
    const { people, weeks } = await resourcing.ask(lea, CapacityHeatMap, { from: FIRST_WEEK, weeks: WEEKS });
    const tookMs = performance.now() - began;
    const cells = people.reduce((sum, { loadPercent }) => sum + loadPercent.length, 0);
    if (cells !== PEOPLE * WEEKS || weeks.length !== WEEKS) throw new Error(`${cells} cells were answered.`);
    if (run >= 0) figures.add('heatMapMs', 'ms', tookMs);
  }
} catch (error) {
  say(resourcing.output().slice(-3_000));
  throw error;
} finally {
  await resourcing.end();
}
printAnswer('capacity', at, figures, [goalOf(figures, 'heat map', 'heatMapMs', { below: 150 })]);

/** People with a fact, leave and booked weeks each, as the service writes them. */
async function settle(): Promise<void> {
  const statements = [
    `INSERT INTO person (person_id, employee_number, version, name, role, org_unit, fte_percent, employed_from, is_contractor)
     SELECT gen_random_uuid(), 'N-' || n, 1, 'Person ' || n, 'Role ' || n % 40, 'Unit ' || n % 25, 100, '2020-01-01', false
     FROM generate_series(1, ${PEOPLE}) AS n`,
    `INSERT INTO employment_fact (person_id, kind, effective_on, facts)
     SELECT person_id, 'hired', '2020-01-01', jsonb_build_object('name', name, 'role', role, 'ftePercent', 100) FROM person`,
    `INSERT INTO leave (leave_key, employee_number, person_id, from_on, to_on)
     SELECT 'l-' || employee_number || n, employee_number, person_id,
            to_char(date '2026-12-21' + n * 182, 'YYYY-MM-DD'), to_char(date '2027-01-01' + n * 182, 'YYYY-MM-DD')
     FROM person, generate_series(0, 3) AS n`,
    `INSERT INTO person_load (person_id, first_week, booked_minutes)
     SELECT person_id, '${FIRST_WEEK}', (SELECT array_agg((random() * 2800)::int) FROM generate_series(1, ${WEEKS}))
     FROM person`,
  ];
  for (const statement of statements) await resourcing.rows(statement);
}
