import type { CommandRoute } from '../command-route.js';
import { worker } from '../command-scene.js';

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
];
