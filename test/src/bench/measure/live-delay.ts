import { listenLive } from '@meridian/local';
import type { OpenedProject } from '../../house/open-project.js';
import type { TrialHouse } from '../../house/trial-house.js';

const PATIENCE_MS = 10_000;

/** Milliseconds from each answered report of progress to the push of the status it moved, on a stack that rests. */
export async function liveDelays(
  trial: TrialHouse,
  project: OpenedProject,
  { reports, asOf }: { readonly reports: number; readonly asOf: string },
): Promise<readonly number[]> {
  const anna = trial.as('anna.meyer');
  const { projectId, tasks } = project;
  const live = await listenLive(`${trial.house.url}/v1/live`, await trial.house.tokenOf('anna.meyer'));
  const waits: number[] = [];
  try {
    for (let report = 1; report <= reports; report += 1) {
      const seen = live.received.length;
      const task = tasks[report % tasks.length];
      // Every report differs from the one before on this task, or nothing would move.
      const percentComplete = 1 + ((report * 37) % 97);
      await anna.command('PATCH', `/v1/projects/${projectId}/tasks/${task?.taskId}/progress`, {
        percentComplete,
        asOf,
      });
      const answeredMs = performance.now();
      const push = await live.next(
        (message) =>
          live.received.indexOf(message) >= seen &&
          message.data['projectId'] === projectId &&
          String(message.data['causedBy']).includes('earned-value-changed'),
        PATIENCE_MS,
      );
      waits.push(Math.max(0, push.arrivedMs - answeredMs));
    }
  } finally {
    live.close();
  }
  return waits;
}
