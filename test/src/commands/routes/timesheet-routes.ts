import type { CommandRoute } from '../command-route.js';
import { worker } from '../command-scene.js';
import type { CommandScene } from '../command-scene.js';

/** Tom Jensen, whom the identity provider knows by this number. */
const TOM = { ...worker('E-1007'), employedFrom: '2000-01-03' };
const FIRST_MONDAY = '2001-01-01';

export const TIMESHEET_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/timesheet',
    owner: 'resourcing',
    handle: 'tom.jensen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { weekStart, version } = await written(scene);
      const body = sheet(weekStart, 120);
      return { path: '/v1/timesheet', body, other: sheet(weekStart, 180), version };
    },
  },
  {
    route: 'POST /v1/timesheet/submission',
    owner: 'resourcing',
    handle: 'tom.jensen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { weekStart, version } = await written(scene);
      const other = { weekStart: later(weekStart, 1) };
      return { path: '/v1/timesheet/submission', body: { weekStart }, other, version };
    },
  },
  {
    route: 'POST /v1/timesheets/{sheetId}/decision',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, weekStart, version } = await written(scene);
      const path = '/v1/timesheet/submission';
      const submitted = await scene.done('tom.jensen', 'POST', path, { weekStart }, version);
      return {
        path: `/v1/timesheets/${id}/decision`,
        body: { outcome: 'approved' },
        other: { outcome: 'returned', reason: 'Tuesday is missing.' },
        version: submitted.version,
      };
    },
  },
  {
    route: 'PUT /v1/time-keeping',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { version } = await scene.trial.as('lea.chen').get<{ version: number }>('/v1/time-keeping');
      const lockedThrough = later('1990-01-01', scene.next());
      const other = { lockedThrough: later(lockedThrough, 1) };
      return { path: '/v1/time-keeping', body: { lockedThrough }, other, version };
    },
  },
];

/** A sheet of a week that nobody wrote before. */
async function written(scene: CommandScene) {
  await scene.done('lea.chen', 'POST', '/v1/people', TOM);
  const weekStart = later(FIRST_MONDAY, 7 * scene.next());
  const { id, version } = await scene.done('tom.jensen', 'PUT', '/v1/timesheet', sheet(weekStart, 60), 0);
  return { id, version, weekStart };
}

function sheet(weekStart: string, minutes: number) {
  return { weekStart, lines: [{ day: weekStart, background: 'training', minutes }] };
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
