import { eventually } from '@meridian/testing';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';
import { invoice } from './connector-routes.js';

export const WAITING_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/waiting-documents/retry',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const [document, other] = await twoWaiting(scene);
      return { path: '/v1/waiting-documents/retry', body: { document }, other: { document: other } };
    },
  },
];

/** Two invoices of a project that nobody knows. */
async function twoWaiting(scene: CommandScene): Promise<readonly string[]> {
  const code = `NOBODY-${scene.next()}`;
  for (const amount of ['10.00', '20.00'])
    await scene.done('anna.meyer', 'POST', '/v1/connectors/events', invoice(scene, amount, code));
  return eventually(async () => {
    const { documents } = await scene.trial
      .as('sam.rossi')
      .get<{ documents: readonly { document: string; projectCode: string }[] }>('/v1/waiting-documents');
    const own = documents.filter(({ projectCode }) => projectCode === code);
    if (own.length < 2) throw new Error(`${own.length} of 2 invoices wait.`);
    return own.map(({ document }) => document);
  });
}
