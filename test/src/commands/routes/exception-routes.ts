import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const EXCEPTION_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/projects/{projectId}/budget-exceptions',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const body = asked(scene);
      return { path: path(scene), body, other: { ...body, amountMinor: '2000' } };
    },
  },
  {
    route: 'POST /v1/budget-exceptions/{exceptionId}/decision',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { exceptionId } = await scene.trial
        .as('anna.meyer')
        .command<{ exceptionId: string }>('POST', path(scene), asked(scene));
      const body = { isApproved: true, decision: 'Board, item 9' };
      return {
        path: `/v1/budget-exceptions/${exceptionId}/decision`,
        body,
        other: { ...body, isApproved: false },
        version: 1,
      };
    },
  },
];

function path({ built }: CommandScene): string {
  return `/v1/projects/${built.projectId}/budget-exceptions`;
}

function asked(scene: CommandScene) {
  return { amountMinor: '1000', currency: 'EUR', reason: `Steel is dearer, ${scene.next()}` };
}
