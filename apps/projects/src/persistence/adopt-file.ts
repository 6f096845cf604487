import type { Call } from '@meridian/bus';
import { assignmentsOfFile } from '../domain/plan/assignment-of-file.js';
import type { TakenPlan } from '../domain/plan/plan-of-file.js';
import type { PlanFile } from '../domain/plan-file/plan-file.js';
import { adoptVersion, type PlanFigures } from './adopt-version.js';
import type { Tx } from './database.js';
import { requireNoCircle } from './link-circles.js';
import type { PlanRow } from './plans.js';
import type { ProjectRow } from './projects.js';
import { keepCheck } from './schedule-checks.js';
import { takeOver } from './take-over.js';

/** What came of a plan file in figures. */
export interface AdoptedFigures extends PlanFigures {
  readonly taken: TakenPlan;
}

export interface NewPlan<R extends object> {
  readonly project: ProjectRow;
  readonly before: PlanRow | null;
  readonly file: PlanFile;
  readonly contentHash: string;
  /** File name or screen it comes from. */
  readonly source: string;
  /** What is kept with the plan of how it came. */
  readonly reportOf: (figures: AdoptedFigures) => R;
}

/** A plan file becomes the plan of a project: scheduled, written, checked, announced. The project must be locked. */
export async function adoptFile<R extends object, P>(
  call: Call<Tx, P>,
  { project, before, file, source, contentHash, reportOf }: NewPlan<R>,
): Promise<{ readonly figures: AdoptedFigures; readonly report: R }> {
  const { tx, newId } = call;
  const { projectId } = project;
  const taken = await takeOver(tx, project, { file, before, now: call.now, newId });
  await requireNoCircle(tx, { from: projectId, incoming: { projectId, ...taken } }, call.claims);
  const adopted = await adoptVersion(call, {
    project,
    before,
    plan: taken,
    statusDate: file.header.statusDate?.slice(0, 10) ?? null,
    resourceCount: file.resources.length,
    origin: {
      name: (file.header.name ?? file.header.title ?? source).slice(0, 300),
      source,
      contentHash,
      fileGuid: file.header.guid,
      assignments: assignmentsIn(file, taken),
    },
    reportOf: (figures) => reportOf({ ...figures, taken }),
  });
  await keepCheck(tx, adopted.checked, { checkId: newId(), at: call.now });
  return { figures: { ...adopted.figures, taken }, report: adopted.report };
}

function assignmentsIn(file: PlanFile, { taskIdByUid }: TakenPlan) {
  return assignmentsOfFile(file).flatMap(({ taskUid, ...assignment }) => {
    const taskId = taskIdByUid.get(taskUid);
    return taskId === undefined ? [] : [{ taskId, ...assignment }];
  });
}
