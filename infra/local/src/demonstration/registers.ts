import { randomUUID } from 'node:crypto';
import { findPerson } from '../people.js';
import type { Story } from './live-until-today.js';
import type { StoryProject } from './story.js';

type Assessed = readonly [percent: number, euros: number, days: number];

interface Entry {
  readonly project: string;
  readonly kind: 'risk' | 'assumption' | 'issue' | 'dependency';
  readonly title: string;
  readonly inherent: Assessed;
  readonly residual?: Assessed;
  readonly response?: string;
  /** Working days from today on which it is looked at again. */
  readonly due: number;
}

const ENTRIES: readonly Entry[] = [
  {
    project: 'CRM-01',
    kind: 'risk',
    title: 'The call centre of the north does not join',
    inherent: [40, 320_000, 20],
    residual: [20, 180_000, 10],
    response: 'A pilot with ten agents shows what it brings.',
    due: 15,
  },
  {
    project: 'CRM-01',
    kind: 'issue',
    title: 'Duplicates in the addresses stop the migration of two regions',
    inherent: [100, 95_000, 8],
    due: 4,
  },
  {
    project: 'CRM-01',
    kind: 'assumption',
    title: 'The old platform is kept alive until June',
    inherent: [15, 140_000, 0],
    due: 40,
  },
  {
    project: 'DAT-01',
    kind: 'dependency',
    title: 'Suppliers confirm their records by the end of the month',
    inherent: [30, 60_000, 10],
    due: 6,
  },
  {
    project: 'DAT-01',
    kind: 'risk',
    title: 'Two sites number their materials alike',
    inherent: [35, 110_000, 12],
    residual: [10, 40_000, 4],
    response: 'A prefix for each site, agreed with finance.',
    due: 20,
  },
  {
    project: 'ERP-00',
    kind: 'risk',
    title: 'The tax engine is not certified in all seventeen countries',
    inherent: [25, 450_000, 30],
    residual: [15, 200_000, 15],
    response: 'The countries that are late file by hand for a quarter.',
    due: 25,
  },
  {
    project: 'CLI-02',
    kind: 'risk',
    title: 'The agency asks for stability data of twelve months',
    inherent: [30, 260_000, 45],
    due: 10,
  },
  {
    project: 'DAT-02',
    kind: 'risk',
    title: 'The cloud region has no capacity at the turn of the year',
    inherent: [20, 85_000, 10],
    due: 12,
  },
];

/** What may go wrong, what went wrong and what is waited for, as the managers keep it. */
export async function keepRegister({ as, days }: Story, project: StoryProject, id: string): Promise<void> {
  const owner = findPerson(project.manager);
  const entries = ENTRIES.filter((entry) => entry.project === project.code);
  for (const { kind, title, inherent, residual, response, due } of entries) {
    const facts = {
      kind,
      title,
      ownerPersonId: owner?.personId,
      ownerName: owner?.name,
      inherent: assessed(inherent),
      ...(residual && { residual: assessed(residual), strategy: 'reduce' }),
      ...(response !== undefined && { response }),
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
