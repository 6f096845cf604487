import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

const ACCESS = { accessFrom: '2026-01-01', accessUntil: '2099-06-30' };

/** Firms that work with us, and their people. */
export const PARTNER_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/partners/{partnerId}',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body, version } = await partner(scene);
      return {
        path,
        body: { ...body, contactName: 'Kim' },
        other: { ...body, contactName: 'Jo' },
        version,
      };
    },
  },
  {
    route: 'POST /v1/partners/{partnerId}/people',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const { path } = await partner(scene);
      const body = personOf(scene);
      return { path: `${path}/people`, body, other: { ...body, name: 'Somebody else' } };
    },
  },
  {
    route: 'PUT /v1/partners/{partnerId}/people/{personId}/access',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path } = await partner(scene);
      const { id, version } = await scene.done('lea.chen', 'POST', `${path}/people`, personOf(scene));
      const body = { accessUntil: '2099-03-31', reason: 'The migration ends earlier.' };
      return {
        path: `${path}/people/${id}/access`,
        body,
        other: { ...body, accessUntil: '2099-04-30' },
        version,
      };
    },
  },
  {
    route: 'PUT /v1/deliverables/{deliverableId}',
    owner: 'resourcing',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body, version } = await deliverable(scene);
      return {
        path,
        body: { ...body, name: 'More records' },
        other: { ...body, dueOn: '2099-01-30' },
        version,
      };
    },
  },
  {
    route: 'POST /v1/deliverables/{deliverableId}/submission',
    owner: 'resourcing',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await deliverable(scene);
      return {
        path: `${path}/submission`,
        body: { evidence: 'Report 12' },
        other: { evidence: 'Report 13' },
        version,
      };
    },
  },
  {
    route: 'POST /v1/deliverables/{deliverableId}/decision',
    owner: 'resourcing',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version: agreed } = await deliverable(scene, await partnerOfKai(scene));
      const handedIn = { evidence: 'Report 12' };
      const { version } = await scene.done('kai.novak', 'POST', `${path}/submission`, handedIn, agreed);
      const findings = (isMet: boolean) => ({
        findings: [{ criterion: 1, isMet, evidence: 'Counted twice' }],
      });
      return { path: `${path}/decision`, body: findings(true), other: findings(false), version };
    },
  },
];

/** A partner, recorded. */
async function partner(scene: CommandScene) {
  const path = `/v1/partners/${randomUUID()}`;
  const body = { name: `Partner ${scene.next()}`, agreedFrom: '2026-01-01' };
  const { id, version } = await scene.done('lea.chen', 'PUT', path, body, 0);
  return { path, body, partnerId: id, version };
}

function personOf(scene: CommandScene) {
  const employeeNumber = `X-${scene.next()}`;
  return { employeeNumber, name: `Guest ${employeeNumber}`, role: 'Analyst', ftePercent: 100, ...ACCESS };
}

/** A deliverable of the project, agreed. */
async function deliverable(scene: CommandScene, by?: string) {
  const partnerId = by ?? (await partner(scene)).partnerId;
  const path = `/v1/deliverables/${randomUUID()}`;
  const { projectId } = scene.built;
  const body = {
    partnerId,
    projectId,
    name: 'Records',
    criteria: ['No record is lost'],
    dueOn: '2099-01-29',
  };
  const { version } = await scene.done('anna.meyer', 'PUT', path, body, 0);
  return { path, body, version };
}

/** The partner of Kai Novak, whom the identity provider knows by this number; he is let in once. */
async function partnerOfKai(scene: CommandScene): Promise<string> {
  const lea = scene.trial.as('lea.chen');
  const { partners } = await lea.get<{ partners: readonly { partnerId: string; name: string }[] }>(
    '/v1/partners',
  );
  const known = partners.find(({ name }) => name === 'Northwind Engineering');
  if (known) return known.partnerId;
  const path = `/v1/partners/${randomUUID()}`;
  const agreed = { name: 'Northwind Engineering', agreedFrom: '2026-01-01' };
  const { id } = await scene.done('lea.chen', 'PUT', path, agreed, 0);
  const kai = { employeeNumber: 'E-1008', name: 'Kai Novak', role: 'Analyst', ftePercent: 100, ...ACCESS };
  await scene.done('lea.chen', 'POST', `${path}/people`, kai);
  return id;
}
