import { randomUUID } from 'node:crypto';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import { worker } from '../command-scene.js';
import type { CommandScene } from '../command-scene.js';

/** Tom Jensen, whom the identity provider knows by this number. */
const TOM = { ...worker('E-1007'), employedFrom: '2000-01-03' };

export const GROWTH_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/performance',
    owner: 'resourcing',
    handle: 'tom.jensen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      await scene.done('lea.chen', 'POST', '/v1/people', TOM);
      const place = scene.next();
      const period = `20${String(10 + (Math.floor(place / 4) % 10)).padStart(2, '0')}-Q${(place % 4) + 1}`;
      const tom = scene.trial.as('tom.jensen');
      const before = await tom.get<{ version: number }>(`/v1/performance?period=${period}`);
      const { version } = await scene.done(
        'tom.jensen',
        'PUT',
        '/v1/performance',
        { period },
        before.version,
      );
      const body = { period, comment: 'The foundation came late.' };
      return { path: '/v1/performance', body, other: { period, comment: 'It did not.' }, version };
    },
  },
  {
    route: 'PUT /v1/growth-goals/{goalId}',
    owner: 'resourcing',
    handle: 'tom.jensen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      await scene.done('lea.chen', 'POST', '/v1/people', TOM);
      const path = `/v1/growth-goals/${randomUUID()}`;
      const body = { skill: 'GAMP 5', level: 3, by: '2099-06-30', why: 'To lead.', assignmentIds: [] };
      const { version } = await scene.done('tom.jensen', 'PUT', path, body, 0);
      return { path, body: { ...body, level: 4 }, other: { ...body, level: 5 }, version };
    },
  },
  {
    route: 'POST /v1/concerns',
    owner: 'resourcing',
    handle: 'tom.jensen',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const body = await concern(scene);
      return { path: '/v1/concerns', body, other: { ...body, title: 'Day shifts' } };
    },
  },
  {
    route: 'POST /v1/concerns/{concernId}/words',
    owner: 'resourcing',
    handle: 'tom.jensen',
    version: 'none',
    crowd: 'each',
    counted: versionIn,
    fresh: async (scene) => {
      const { id } = await scene.done('tom.jensen', 'POST', '/v1/concerns', await concern(scene));
      const path = `/v1/concerns/${id}/words`;
      return { path, body: { text: 'A fourth one.' }, other: { text: 'A fifth one.' } };
    },
  },
  {
    route: 'POST /v1/concerns/{concernId}/closing',
    owner: 'resourcing',
    handle: 'tom.jensen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await scene.done('tom.jensen', 'POST', '/v1/concerns', await concern(scene));
      return {
        path: `/v1/concerns/${id}/closing`,
        body: { outcome: 'settled' },
        other: { outcome: 'withdrawn' },
        version,
      };
    },
  },
  {
    route: 'PUT /v1/hr-partners',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id } = await scene.done('lea.chen', 'POST', '/v1/people', worker(`CMD-${scene.next()}`));
      const lea = scene.trial.as('lea.chen');
      const { version: seen } = await lea.get<{ version: number }>('/v1/hr-partners');
      const body = { personIds: [id] };
      const { version } = await scene.done('lea.chen', 'PUT', '/v1/hr-partners', body, seen);
      return { path: '/v1/hr-partners', body, other: { personIds: [] }, version };
    },
  },
  {
    route: 'PUT /v1/notes/{noteId}',
    owner: 'resourcing',
    handle: 'tom.jensen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      await scene.done('lea.chen', 'POST', '/v1/people', TOM);
      const path = `/v1/notes/${randomUUID()}`;
      const body = { withPersonId: scene.personId, day: scene.today, text: 'First talk.', isShared: false };
      const { version } = await scene.done('tom.jensen', 'PUT', path, body, 0);
      return { path, body: { ...body, isShared: true }, other: { ...body, text: 'Second.' }, version };
    },
  },
];

/** A concern of Tom to somebody he names, as it is sent. */
async function concern(scene: CommandScene) {
  await scene.done('lea.chen', 'POST', '/v1/people', TOM);
  const level = { confidentiality: 'named-person', namedPersonId: scene.personId };
  return { ...level, title: 'Night shifts', text: 'The third in a row.', answerBy: '2099-12-01' };
}
