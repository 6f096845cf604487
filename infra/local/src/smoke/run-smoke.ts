import { GatewayClient } from '../gateway-client.js';
import { acceptMilestone } from './accept-milestone.js';
import { demonstrationHolds } from './demonstration-holds.js';
import { importPlan } from './import-plan.js';
import { importPortfolio } from './import-portfolio.js';
import { moneyAndPeople } from './money-and-people.js';
import { oneAnswer } from './one-answer.js';
import { progressLive } from './progress-live.js';
import type { Figures, SmokeState, SmokeTarget } from './smoke-step.js';

export interface SmokeResult {
  readonly name: 'smoke';
  readonly at: string;
  readonly holds: boolean;
  readonly steps: readonly SmokeStepResult[];
}

export interface SmokeStepResult {
  readonly step: string;
  readonly holds: boolean;
  readonly ms: number;
  readonly figures?: Figures;
  readonly reason?: string;
}

const STEPS: readonly (readonly [string, (state: SmokeState) => Promise<Figures>])[] = [
  ['demonstration portfolio', demonstrationHolds],
  ['1 portfolio list', importPortfolio],
  ['2 plan file', importPlan],
  ['3 money and people', moneyAndPeople],
  ['4 quality checks', acceptMilestone],
  ['5 progress, earned value, live', progressLive],
  ['6 one answer from several services', oneAnswer],
];

/** Walks the main job against a started house as a client. A step that fails is told with its reason; later ones still run. */
export async function runSmoke(target: SmokeTarget, at: string): Promise<SmokeResult> {
  const as = (handle: string): GatewayClient =>
    new GatewayClient({ url: target.gatewayUrl, token: () => target.tokenOf(handle) });
  const state: SmokeState = { as, target, projectId: '', projectCode: '' };
  const steps: SmokeStepResult[] = [];
  for (const [step, run] of STEPS) {
    target.progress(step);
    const started = performance.now();
    const ms = (): number => Math.round(performance.now() - started);
    try {
      steps.push({ step, holds: true, figures: await run(state), ms: ms() });
    } catch (error) {
      steps.push({
        step,
        holds: false,
        reason: String(error instanceof Error ? error.message : error),
        ms: ms(),
      });
    }
  }
  return { name: 'smoke', at, holds: steps.every((step) => step.holds), steps };
}
