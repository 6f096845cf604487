import { randomUUID } from 'node:crypto';
import { findPerson } from '../people.js';
import { eventually } from './eventually.js';
import type { Story } from './live-until-today.js';

interface Recorded {
  readonly id: string;
  readonly version: number;
}

interface Staffed {
  readonly people: { readonly bookings: readonly unknown[] } | null;
}

/** What a partner delivers, and how far it is. */
interface Promised {
  readonly name: string;
  readonly criteria: readonly string[];
  /** Working days from today. */
  readonly due: number;
  /** What was handed in; left out where nothing was. */
  readonly evidence?: string;
  /** Of each criterion whether it was found met; left out where nobody decided. */
  readonly met?: readonly boolean[];
}

const NORTHWIND = 'Northwind Engineering';

const PROMISED: readonly Promised[] = [
  {
    name: 'Customer records of region North, migrated',
    criteria: ['No record is lost', 'Names and addresses are checked in a sample of 400'],
    due: -24,
    evidence: 'Migration report 1 of 3, in the project room',
    met: [true, true],
  },
  {
    name: 'Customer records of region South, migrated',
    criteria: ['No record is lost', 'Names and addresses are checked in a sample of 400'],
    due: -3,
    evidence: 'Migration report 2 of 3, in the project room',
    met: [true, false],
  },
  {
    name: 'Supplier master, cleansed',
    criteria: ['No supplier stands twice', 'Every supplier has a tax number'],
    due: 2,
    evidence: 'List of 3,140 suppliers with what was merged',
  },
  {
    name: 'Hand-over of the migration tools',
    criteria: ['Two of our engineers ran a migration alone'],
    due: 40,
  },
];

/** Northwind lends Kai and Petra to Priya, by its rate card, and delivers migrated data; Petra's access ends soon. */
export async function workWithPartner(story: Story, projectId: string): Promise<void> {
  const { as, days } = story;
  const partnerId = randomUUID();
  const lea = as('lea.chen');
  const agreement = { name: NORTHWIND, agreedFrom: days.on(-200), agreedUntil: days.on(300) };
  const contact = { contactName: 'Kim Vale', contactEmail: 'kim.vale@northwind-engineering.example' };
  await lea.command('PUT', `/v1/partners/${partnerId}`, { ...agreement, ...contact }, version(0));
  const kai = findPerson('kai.novak');
  const lineManagerId = findPerson('priya.nair')?.personId;
  const work = { role: 'Migration specialist', ftePercent: 100, lineManagerId, accessFrom: days.on(-90) };
  const people = [
    {
      employeeNumber: kai?.employeeNumber,
      name: kai?.name,
      email: kai?.email,
      site: 'Brno',
      grade: 'Senior',
    },
    { employeeNumber: 'X-3001', name: 'Petra Holm', site: 'Brno', grade: 'Junior' },
  ];
  for (const [place, person] of people.entries()) {
    const body = { ...work, ...person, accessUntil: days.on(place === 0 ? 120 : 7) };
    await lea.command('POST', `/v1/partners/${partnerId}/people`, body);
  }
  await recordCard(story, partnerId);
  await eventually(
    () => as('anna.meyer').get<Staffed>(`/v1/projects/${projectId}`),
    (page) => (page.people?.bookings.length ?? 0) > 0,
  );
  for (const promised of PROMISED) await deliver(story, { partnerId, projectId }, promised);
}

/** Euros an hour by grade, as agreed for as long as the agreement lasts. */
async function recordCard({ as, days }: Story, partnerId: string): Promise<void> {
  for (const [grade, euros] of [
    ['Senior', 135],
    ['Junior', 90],
  ] as const) {
    const card = { partnerId, role: 'Migration specialist', grade, currency: 'EUR' };
    const dated = { validFrom: days.on(-200), validThrough: days.on(300) };
    const body = {
      ...card,
      ...dated,
      perHourMinor: String(euros * 100),
      decision: 'Agreement with Northwind',
    };
    await as('anna.meyer').command('PUT', `/v1/labour-rates/${randomUUID()}`, body, version(0));
  }
}

async function deliver(
  { as, days }: Story,
  of: { readonly partnerId: string; readonly projectId: string },
  { name, criteria, due, evidence, met }: Promised,
): Promise<void> {
  const path = `/v1/deliverables/${randomUUID()}`;
  const agreed = { ...of, name, criteria, dueOn: days.on(due) };
  const first = await as('anna.meyer').command<Recorded>('PUT', path, agreed, version(0));
  if (evidence === undefined) return;
  const submission = `${path}/submission`;
  const kai = as('kai.novak');
  const second = await kai.command<Recorded>('POST', submission, { evidence }, version(first.version));
  if (met === undefined) return;
  const findings = met.map((isMet, index) => ({
    criterion: index + 1,
    isMet,
    evidence: isMet
      ? 'Compared with the source, twice'
      : 'Eleven addresses of the sample are those of before',
  }));
  await as('anna.meyer').command('POST', `${path}/decision`, { findings }, version(second.version));
}

function version(seen: number): Record<string, string> {
  return { 'If-Match': `"${seen}"` };
}
