import { eventually } from '../demonstration/eventually.js';
import { listenLive } from '../live-listener.js';
import { hold, type Figures, type SmokeState } from './smoke-step.js';

const REPORTS = 20;
const PATIENCE_MS = 10_000;
/** The goal of the live push, from the answered request to its arrival, on an idle stack. */
const GOAL_P95_MS = 500;

interface Page {
  readonly plan: {
    readonly tasks: readonly {
      readonly taskId: string;
      readonly isMilestone: boolean;
      readonly isSummary: boolean;
      readonly percentComplete: number;
    }[];
  } | null;
  readonly money: { readonly evMinor?: string } | null;
}

/** 5. Progress moves earned value and status, and whoever listens sees it. */
export async function progressLive(state: SmokeState): Promise<Figures> {
  const { projectId, target } = state;
  const anna = state.as('anna.meyer');
  const page = (): Promise<Page> => anna.get<Page>(`/v1/projects/${projectId}`);
  const before = await eventually(page, (p) => p.money?.evMinor !== undefined && p.plan !== null);
  const task = before.plan?.tasks.find(
    (one) => !one.isMilestone && !one.isSummary && one.percentComplete === 0,
  );
  hold(task !== undefined, 'there is a task that has not started');

  const live = await listenLive(`${target.gatewayUrl}/v1/live`, await target.tokenOf('anna.meyer'));
  const waits: number[] = [];
  try {
    for (let report = 1; report <= REPORTS; report += 1) waits.push(await reportAndWait(report));
  } finally {
    live.close();
  }
  const after = await page();
  hold(after.money?.evMinor !== before.money?.evMinor, 'earned value moved with the progress');
  waits.sort((a, b) => a - b);
  const p95Ms = Math.round(waits[Math.ceil(waits.length * 0.95) - 1] ?? Number.NaN);
  hold(p95Ms < GOAL_P95_MS, `the live push arrives within ${GOAL_P95_MS} ms (p95); it took ${p95Ms} ms`);
  return {
    reports: REPORTS,
    p50Ms: Math.round(waits[REPORTS / 2] ?? Number.NaN),
    p95Ms,
    evMinor: after.money?.evMinor,
  };

  /** Milliseconds from the answer of the report to the push of the new status, which carries the moved earned value. */
  async function reportAndWait(report: number): Promise<number> {
    const seen = live.received.length;
    await anna.command('PATCH', `/v1/projects/${projectId}/tasks/${task?.taskId}/progress`, {
      percentComplete: report * 4,
      asOf: target.today,
    });
    const answered = performance.now();
    const push = await live.next(
      (message) =>
        live.received.indexOf(message) >= seen &&
        message.event === 'project-status-changed' &&
        message.data['projectId'] === projectId &&
        String(message.data['causedBy']).includes('earned-value-changed'),
      PATIENCE_MS,
    );
    return Math.max(0, push.arrivedMs - answered);
  }
}
