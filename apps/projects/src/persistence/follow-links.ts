import type { Call } from '@meridian/bus';
import type { ScheduleChanged } from '@meridian/contracts-projects';
import { planNetwork } from '../domain/plan/schedule-plan.js';
import type { Tx } from './database.js';
import type { LoadedPlan } from './plans.js';
import { foreignLinks } from './project-links.js';
import { phasesOf, type ProjectRow } from './projects.js';
import { reschedule } from './reschedule.js';

/** Computes a plan again after what it waits for in other projects has changed. */
export async function followLinks(
  { plan, project }: { readonly plan: LoadedPlan; readonly project: ProjectRow },
  occasion: ScheduleChanged['occasion'] & object,
  call: Call<Tx>,
): Promise<void> {
  const { tasks, network, state } = plan;
  const foreign = await foreignLinks(call.tx, project.projectId);
  const change = {
    network: planNetwork({ ...network.plan, tasks, foreign }),
    tasks,
    dataDate: state.dataDate,
    occasion,
    changedIds: [],
    phases: phasesOf(project),
    isToldAnyway: true,
  };
  await reschedule(plan, change, call);
}
