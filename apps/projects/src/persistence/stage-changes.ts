import type { Announce, Claims } from '@meridian/bus';
import { ProjectRecorded, ProjectStopped } from '@meridian/contracts-projects';
import type { Checked } from '../domain/lifecycle/move-along.js';
import type { Stage } from '../domain/lifecycle/stage.js';
import type { StopReason } from '../domain/lifecycle/stop-reason.js';
import { endClosing, startClosing } from './closings.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { writeRows } from './many-rows.js';
import { projectFact, type ProjectRow } from './projects.js';

export type TransitionRow = Prisma.StageTransitionGetPayload<object>;

/** A step in the life of a project, decided. */
export interface Step {
  readonly to: Stage;
  readonly act: 'moved' | 'stopped' | 'gate';
  readonly reason: string;
  readonly reasonCode?: StopReason;
  readonly evidence: string | null;
  readonly checked: readonly Checked[];
  /** Why it is taken although conditions do not hold, and those. */
  readonly override?: string | null;
  readonly overridden: readonly Checked[];
  readonly by: string;
  readonly byName: string;
}

/** What a step needs of the command or reaction it happens in. */
export interface StepWork {
  readonly tx: Tx;
  readonly now: Date;
  readonly announce: Announce;
  readonly newId: () => string;
}

/** Who takes a step, by the claims of a request. */
export function stepBy({ personId, subject, name }: Claims): Pick<Step, 'by' | 'byName'> {
  return { by: personId ?? subject, byName: name };
}

/** The project takes the step: its stage, its history, and what the others are told of it. */
export async function takeStep(project: ProjectRow, step: Step, work: StepWork): Promise<ProjectRow> {
  const { tx, now, announce } = work;
  const { projectId, stage } = project;
  const { checked, override = null, overridden, ...facts } = step;
  const number = 1 + (await tx.stageTransition.count({ where: { projectId } }));
  await tx.stageTransition.create({
    data: {
      projectId,
      number,
      from: stage,
      ...facts,
      checked: keptOf(checked, overridden, override),
      at: now,
    },
  });
  const changed = await tx.project.update({
    where: { projectId },
    data: { stage: step.to, version: project.version + 1 },
  });
  await announce(ProjectRecorded, projectFact(changed));
  if (step.reasonCode) await announce(ProjectStopped, stoppedFact(project, step, step.reasonCode, now));
  if (stage === 'closing') await endClosing(projectId, step, work);
  if (step.to === 'closing') {
    await startClosing(changed, { byName: step.byName, isStopped: step.reasonCode !== undefined }, work);
  }
  return changed;
}

/** What the guards found, and of those that were overridden why. */
function keptOf(checked: readonly Checked[], overridden: readonly Checked[], override: string | null) {
  const names = new Set(overridden.map(({ guard }) => guard));
  return checked.map(({ guard, found }) => ({
    guard,
    found: names.has(guard) ? `${found}; overridden: ${override}` : found,
  }));
}

/** The first step of a project, which no guard watches: an idea, or what begins outside of the platform. */
export async function beginHistory(
  { projectId, stage }: ProjectRow,
  step: Pick<Step, 'by' | 'byName' | 'reason'> & { readonly act: 'submitted' | 'registered' },
  { tx, now }: Pick<StepWork, 'tx' | 'now'>,
): Promise<void> {
  await tx.stageTransition.create({ data: { projectId, number: 1, to: stage, ...step, at: now } });
}

/** The same for the projects that a list brought. */
export async function beginListed(
  projects: readonly ProjectRow[],
  step: Pick<Step, 'by' | 'byName' | 'reason'>,
  { tx, now }: Pick<StepWork, 'tx' | 'now'>,
): Promise<void> {
  const rows = projects.map(({ projectId, stage }) => ({
    projectId,
    number: 1,
    toStage: stage,
    act: 'listed',
    reason: step.reason,
    checked: [],
    takenBy: step.by,
    takenByName: step.byName,
    takenAt: now,
  }));
  await writeRows(tx, 'stage_transition', rows);
}

function stoppedFact(
  { projectId, code, name, stage }: ProjectRow,
  { reason, evidence, by, byName }: Step,
  reasonCode: StopReason,
  now: Date,
) {
  return {
    projectId,
    code,
    name,
    stageBefore: stage as Stage,
    reasonCode,
    reason,
    ...(evidence === null ? {} : { evidence }),
    stoppedBy: by,
    stoppedByName: byName,
    stoppedOn: now.toISOString().slice(0, 10),
  };
}
