import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const CONNECTOR_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/connectors/events',
    owner: 'connectors',
    handle: 'anna.meyer',
    version: 'none',
    keyOptional: true,
    crowd: 'one',
    fresh: async (scene) => {
      const body = invoice(scene, '100.00');
      return {
        path: '/v1/connectors/events',
        body,
        other: { ...body, data: { ...body.data, amount: '7.00' } },
      };
    },
  },
  {
    route: 'POST /v1/connectors/events/{recordId}/replay',
    owner: 'connectors',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const parked = invoice(scene, 'a lot');
      const { recordId } = await scene.trial
        .as('anna.meyer')
        .command<{ recordId: string }>('POST', '/v1/connectors/events', parked);
      const mended = (amount: string) => ({ data: { ...parked.data, amount } });
      return {
        path: `/v1/connectors/events/${recordId}/replay`,
        body: mended('12.00'),
        other: mended('13.00'),
      };
    },
  },
];

/** An invoice as the accounts tell of it; of the project of the scene when no other is named. */
export function invoice(scene: CommandScene, amount: string, projectCode = scene.built.code) {
  const documentNumber = `CMD-${scene.next()}`;
  return {
    specversion: '1.0',
    id: documentNumber,
    source: '/trial/erp',
    type: 'erp.invoice.posted.v1',
    data: {
      projectCode,
      currency: 'EUR',
      supplier: 'Northwind Engineering',
      documentNumber,
      documentDate: scene.today,
      postingDate: scene.today,
      amount,
    },
  };
}
