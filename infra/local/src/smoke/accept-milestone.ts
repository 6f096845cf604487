import { eventually } from '../demonstration/eventually.js';
import { GatewayProblem } from '../gateway-client.js';
import { hold, type Figures, type SmokeState } from './smoke-step.js';

interface Page {
  readonly quality: {
    readonly milestones: readonly {
      readonly milestoneId: string;
      readonly name: string;
      readonly isReady: boolean;
      readonly acceptedOn?: string;
      readonly checks: readonly { readonly checkId: string; readonly isMandatory: boolean }[];
    }[];
  } | null;
}

/** 4. Every milestone carries quality checks; with an open mandatory one it cannot be accepted, afterwards it can. */
export async function acceptMilestone(state: SmokeState): Promise<Figures> {
  const { projectId } = state;
  const mia = state.as('mia.dubois');
  const page = (): Promise<Page> => mia.get<Page>(`/v1/projects/${projectId}`);
  const known = await eventually(page, (p) => (p.quality?.milestones.length ?? 0) > 0);
  const milestones = known.quality?.milestones ?? [];
  hold(
    milestones.every((milestone) => milestone.checks.length > 0),
    'every milestone carries checks',
  );
  const [milestone] = milestones;
  hold(milestone !== undefined, 'there is a milestone');
  const accept = (): Promise<unknown> =>
    mia.command('POST', `/v1/projects/${projectId}/milestones/${milestone.milestoneId}/acceptance`, {
      statement: 'Smoke run',
    });

  const refusal = await accept().then(
    () => null,
    (error: unknown) => error,
  );
  hold(
    refusal instanceof GatewayProblem && refusal.status === 409,
    'acceptance with an open mandatory check is refused with 409',
  );
  for (const check of milestone.checks.filter((one) => one.isMandatory)) {
    await mia.command('POST', `/v1/checks/${check.checkId}/decision`, {
      state: 'passed',
      evidence: 'Smoke run',
    });
  }
  await accept();
  await eventually(
    page,
    (p) =>
      p.quality?.milestones.find((m) => m.milestoneId === milestone.milestoneId)?.acceptedOn !== undefined,
  );
  return { milestones: milestones.length, refusedWith: refusal.message, accepted: milestone.name };
}
