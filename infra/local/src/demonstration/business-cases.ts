import { randomUUID } from 'node:crypto';
import { findPerson } from '../people.js';
import { eventually } from './eventually.js';
import type { Story } from './live-until-today.js';

/** A version of a business case in whole euros: the outlay now, and what comes in and goes out year by year. */
interface StoryCase {
  readonly summary: string;
  readonly assumptions: string;
  readonly now: number;
  readonly years: readonly (readonly [inflow: number, outflow: number])[];
}

interface StoryBenefit {
  readonly name: string;
  readonly owner: string;
  readonly measure: string;
  readonly baseline: string;
  readonly target: string;
  /** Working days from today. */
  readonly targetOn: number;
  readonly isDisbenefit?: boolean;
  /** Working days from today, value, where the number comes from. */
  readonly measures: readonly (readonly [day: number, value: string, evidence: string])[];
}

interface BusinessCases {
  readonly versions: readonly { readonly gates: readonly unknown[] }[];
}

/** Versions by project: one for each gate that is behind it, and the one it stands at now. */
const CASES: Readonly<Record<string, readonly StoryCase[]>> = {
  'ERP-00': [
    {
      summary: 'One template for seventeen sites in place of nine systems',
      assumptions: 'Licences of the old systems end within two years; all sites follow the template.',
      now: -1_900_000,
      years: [
        [400_000, 1_900_000],
        [1_900_000, 700_000],
        [2_600_000, 300_000],
        [2_900_000, 300_000],
        [2_900_000, 300_000],
      ],
    },
    {
      summary: 'The template with a local tax engine for four sites',
      assumptions: 'As before; four sites need a tax engine of their own, two licences end a year later.',
      now: -1_900_000,
      years: [
        [250_000, 2_150_000],
        [1_600_000, 850_000],
        [2_500_000, 350_000],
        [2_900_000, 300_000],
        [2_900_000, 300_000],
      ],
    },
    {
      summary: 'The template after the first two sites are live',
      assumptions:
        'Measured at the first sites: closing the books takes four days less, support costs a tenth more.',
      now: -1_900_000,
      years: [
        [300_000, 2_150_000],
        [1_750_000, 850_000],
        [2_700_000, 390_000],
        [3_050_000, 330_000],
        [3_050_000, 330_000],
      ],
    },
  ],
  'CRM-01': [
    {
      summary: 'One view of the customer for sales and service',
      assumptions: 'A tenth fewer customers leave; the call centre answers a fifth of the calls less.',
      now: -800_000,
      years: [
        [150_000, 1_300_000],
        [1_250_000, 300_000],
        [1_700_000, 250_000],
        [1_700_000, 250_000],
      ],
    },
    {
      summary: 'One view of the customer, with a dearer integration',
      assumptions: 'The integration costs a seventh more than planned; the benefits come half a year later.',
      now: -800_000,
      years: [
        [50_000, 1_700_000],
        [950_000, 380_000],
        [1_650_000, 260_000],
        [1_700_000, 250_000],
      ],
    },
  ],
  'DAT-01': [
    {
      summary: 'One record for every customer and article',
      assumptions: 'A third of the corrections in orders are no longer needed.',
      now: -500_000,
      years: [
        [100_000, 800_000],
        [750_000, 120_000],
        [900_000, 100_000],
        [900_000, 100_000],
      ],
    },
    {
      summary: 'One record, with a longer migration',
      assumptions: 'The migration takes twelve working days longer; two teams stay on it.',
      now: -500_000,
      years: [
        [60_000, 920_000],
        [700_000, 120_000],
        [900_000, 100_000],
        [900_000, 100_000],
      ],
    },
  ],
};

const BENEFITS: Readonly<Record<string, readonly StoryBenefit[]>> = {
  'ERP-00': [
    {
      name: 'The books are closed sooner',
      owner: 'sam.rossi',
      measure: 'Working days from the end of the month to closed books',
      baseline: '11',
      target: '5',
      targetOn: 120,
      measures: [
        [-40, '9.5', 'Closing calendar of September'],
        [-18, '7', 'Closing calendar of October'],
      ],
    },
    {
      name: 'Sites ask for more help in the first weeks',
      owner: 'lea.chen',
      measure: 'Support tickets a week and site',
      baseline: '20',
      target: '60',
      targetOn: -15,
      isDisbenefit: true,
      measures: [[-16, '60', 'Service desk, weeks after the first start']],
    },
  ],
  'CRM-01': [
    {
      name: 'Fewer customers leave',
      owner: 'sam.rossi',
      measure: 'Customers lost in a year, in percent',
      baseline: '8.4',
      target: '6',
      targetOn: 260,
      measures: [],
    },
    {
      name: 'Calls are answered at once',
      owner: 'tom.jensen',
      measure: 'Minutes that a caller waits',
      baseline: '6.5',
      target: '2',
      targetOn: -10,
      measures: [
        [-30, '5.2', 'Telephone system, October'],
        [-12, '4.1', 'Telephone system, November'],
      ],
    },
  ],
  'DAT-01': [
    {
      name: 'Orders need no correction',
      owner: 'mia.dubois',
      measure: 'Orders corrected by hand, in percent',
      baseline: '12',
      target: '4',
      targetOn: 90,
      measures: [[-5, '10.5', 'Order audit of the first migrated countries']],
    },
  ],
};

/** The next version of a project's business case, where the story has one. */
export async function recordCase(
  { as, today }: Story,
  code: string,
  id: string,
  version: number,
): Promise<void> {
  const told = CASES[code]?.[version - 1];
  if (!told) return;
  const firstYear = Number(today.slice(0, 4)) + 1;
  const body = {
    summary: told.summary,
    assumptions: told.assumptions,
    currency: 'EUR',
    discountRate: '0.08',
    nowMinor: cents(told.now),
    flows: told.years.map(([inflow, outflow], year) => ({
      period: String(firstYear + year),
      inMinor: cents(inflow),
      outMinor: cents(outflow),
    })),
  };
  const headers = { 'If-Match': `"${version - 1}"` };
  await as('anna.meyer').command('PUT', `/v1/projects/${id}/business-case`, body, headers);
}

/** A gate keeps the version it was decided on: the next one is recorded when budgeting has heard of the gate. */
export async function gateKeptCase({ as }: Story, code: string, id: string, version: number): Promise<void> {
  if (!CASES[code]?.[version - 1]) return;
  const read = (): Promise<BusinessCases> => as('anna.meyer').get(`/v1/projects/${id}/business-case`);
  await eventually(read, ({ versions }) => (versions[0]?.gates.length ?? 0) > 0);
}

/** What the project promises, and what its owners have measured so far. */
export async function promiseBenefits({ as, days }: Story, code: string, id: string): Promise<void> {
  for (const { owner, measures, targetOn, ...benefit } of BENEFITS[code] ?? []) {
    const person = findPerson(owner);
    const path = `/v1/benefits/${randomUUID()}`;
    const told = { ...benefit, projectId: id, ownerPersonId: person?.personId, ownerName: person?.name };
    const promise = { ...told, targetOn: days.on(targetOn) };
    await as('anna.meyer').command('PUT', path, promise, { 'If-Match': '"0"' });
    for (const [day, value, evidence] of measures)
      await as(owner).command('POST', `${path}/measures`, { on: days.on(day), value, evidence });
  }
}

function cents(euros: number): string {
  return String(euros * 100);
}
