import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

const NOVEMBER = { period: '2026-11', firstDay: '2026-11-01', lastDay: '2026-11-30' };
const DECEMBER = { period: '2026-12', firstDay: '2026-12-01', lastDay: '2026-12-31' };

export const FISCAL_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/fiscal-calendars/{calendarId}',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => ({
      path: await calendar(scene),
      body: { name: 'Months', periods: [DECEMBER] },
      other: { name: 'Months of the year', periods: [DECEMBER] },
      version: 1,
    }),
  },
  {
    route: 'PUT /v1/fiscal-calendars/{calendarId}/period',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => ({
      path: `${await calendar(scene)}/period`,
      body: { period: NOVEMBER.period, isClosed: true, decision: 'Month end' },
      other: { period: NOVEMBER.period, isClosed: true, decision: 'Closed by the accounts' },
      version: 1,
    }),
  },
];

/** A calendar of one month by itself. */
async function calendar(scene: CommandScene): Promise<string> {
  const path = `/v1/fiscal-calendars/${randomUUID()}`;
  await scene.done('sam.rossi', 'PUT', path, { name: `Months ${scene.next()}`, periods: [NOVEMBER] }, 0);
  return path;
}
