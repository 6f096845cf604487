import { randomUUID } from 'node:crypto';
import type { Story } from './live-until-today.js';
import type { StoryProject } from './story.js';

/** The project of the story whose work is done in sprints. */
export const SPRINTING = 'CRM-01';

interface StoryItem {
  readonly title: string;
  readonly kind: 'story' | 'defect' | 'chore' | 'spike';
  readonly points: number;
  /** In which sprint, and on which working day from today it was done; neither is an item of the backlog. */
  readonly sprint?: 0 | 1;
  readonly done?: number;
  readonly isBegun?: boolean;
}

/** Fortnights: the first is over, the second is in its second week. */
const SPRINTS = [
  { goal: 'Agents see all orders of a customer', from: -16, until: -7, isOver: true },
  { goal: 'Service cases move without e-mail', from: -6, until: 3, isOver: false },
] as const;

const ITEMS: readonly StoryItem[] = [
  { title: 'Orders of the last two years in one list', kind: 'story', points: 8, sprint: 0, done: -12 },
  { title: 'Search by order number', kind: 'story', points: 3, sprint: 0, done: -10 },
  { title: 'Addresses with umlauts are cut', kind: 'defect', points: 2, sprint: 0, done: -8 },
  { title: 'A case goes to another team with its history', kind: 'story', points: 5, sprint: 1, done: -3 },
  { title: 'Who waits longest stands first', kind: 'story', points: 3, sprint: 1, done: -1 },
  { title: 'Answer from a template', kind: 'story', points: 5, sprint: 1, isBegun: true },
  { title: 'Attachments of cases are scanned', kind: 'chore', points: 3, sprint: 1 },
  { title: 'How do partners sign in?', kind: 'spike', points: 2 },
  { title: 'Cases on a phone', kind: 'story', points: 8 },
];

/** A backlog, a sprint that is over and one that runs, told in the order of their days. */
export async function runSprints({ as, days }: Story, project: StoryProject, id: string): Promise<void> {
  const manager = as(project.manager);
  const versions = new Map<string, number>();
  const send = async (method: 'PUT' | 'POST', record: string, rest: string, body: object): Promise<void> => {
    const path = `/v1/projects/${id}/${record}${rest}`;
    const match = { 'If-Match': `"${versions.get(record) ?? 0}"` };
    const { version } = await manager.command<{ version: number }>(method, path, body, match);
    versions.set(record, version);
  };
  const items = ITEMS.map((item) => ({ ...item, record: `backlog/${randomUUID()}` }));
  for (const { record, title, kind, points } of items) await send('PUT', record, '', { title, kind, points });
  for (const [index, { goal, from, until, isOver }] of SPRINTS.entries()) {
    const sprintId = randomUUID();
    const sprint = `sprints/${sprintId}`;
    await send('PUT', sprint, '', { goal, startsOn: days.on(from), endsOn: days.on(until) });
    const own = items.filter((item) => item.sprint === index);
    const move = (record: string, to: string, on: number, more = {}): Promise<void> =>
      send('POST', record, '/moves', { to, on: days.on(on), ...more });
    await Promise.all(own.map(({ record }) => move(record, 'committed', from, { sprintId })));
    await send('POST', sprint, '/start', { on: days.on(from) });
    for (const { record, done, isBegun } of own) {
      if (done === undefined && !isBegun) continue;
      await move(record, 'in-progress', done === undefined ? -1 : done - 1);
      if (done !== undefined) await move(record, 'done', done);
    }
    if (isOver) await send('POST', sprint, '/close', { on: days.on(until) });
  }
}
