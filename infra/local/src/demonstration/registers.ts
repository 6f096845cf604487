import { randomUUID } from 'node:crypto';
import { findPerson } from '../people.js';
import type { Story } from './live-until-today.js';
import type { StoryProject } from './story.js';

type Assessed = readonly [percent: number, euros: number, days: number];

interface Entry {
  readonly kind: 'risk' | 'assumption' | 'issue' | 'dependency';
  readonly title: string;
  readonly inherent: Assessed;
  /** Working days from today on which it is looked at again. */
  readonly due: number;
  readonly answer?: Answer;
}

/** What is done about a risk, and what is left of it then. */
interface Answer {
  readonly response: string;
  readonly residual: Assessed;
}

/** By the code of the project. */
const REGISTERS: Readonly<Record<string, readonly Entry[]>> = {
  'CRM-01': [
    risk('The call centre of the north does not join', [40, 320_000, 20], 15, {
      response: 'A pilot with ten agents shows what it brings.',
      residual: [20, 180_000, 10],
    }),
    entry('issue', 'Duplicates in the addresses stop the migration of two regions', [100, 95_000, 8], 4),
    entry('assumption', 'The old platform is kept alive until June', [15, 140_000, 0], 40),
  ],
  'DAT-01': [
    entry('dependency', 'Suppliers confirm their records by the end of the month', [30, 60_000, 10], 6),
    risk('Two sites number their materials alike', [35, 110_000, 12], 20, {
      response: 'A prefix for each site, agreed with finance.',
      residual: [10, 40_000, 4],
    }),
  ],
  'ERP-00': [
    risk('The tax engine is not certified in all seventeen countries', [25, 450_000, 30], 25, {
      response: 'The countries that are late file by hand for a quarter.',
      residual: [15, 200_000, 15],
    }),
  ],
  'CLI-02': [risk('The agency asks for stability data of twelve months', [30, 260_000, 45], 10)],
  'DAT-02': [risk('The cloud region has no capacity at the turn of the year', [20, 85_000, 10], 12)],
};

/** What may go wrong, what went wrong and what is waited for, as the managers keep it. */
export async function keepRegister({ as, days }: Story, project: StoryProject, id: string): Promise<void> {
  const owner = findPerson(project.manager);
  for (const { kind, title, inherent, due, answer } of REGISTERS[project.code] ?? []) {
    const facts = {
      kind,
      title,
      ownerPersonId: owner?.personId,
      ownerName: owner?.name,
      inherent: assessed(inherent),
      ...(answer && {
        response: answer.response,
        residual: assessed(answer.residual),
        strategy: 'reduce',
      }),
      dueOn: days.on(due),
      hits: [],
    };
    const path = `/v1/projects/${id}/raid/${randomUUID()}`;
    await as(project.manager).command('PUT', path, facts, { 'If-Match': '"0"' });
  }
}

function assessed([probabilityPercent, euros, impactDays]: Assessed) {
  return { probabilityPercent, impactMinor: String(euros * 100), impactDays };
}

function entry(kind: Entry['kind'], title: string, inherent: Assessed, due: number): Entry {
  return { kind, title, inherent, due };
}

function risk(title: string, inherent: Assessed, due: number, answer?: Answer): Entry {
  return { ...entry('risk', title, inherent, due), ...(answer && { answer }) };
}
