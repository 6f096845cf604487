import { Refusal } from '@meridian/refusal';
import type { LevellingResult } from '../domain/levelling/levelling-result.js';
import type { Tx } from './database.js';
import type { LevelledProject, LevellingJob, LevellingProposal, Prisma } from './generated/client.js';

export interface MadeProposal {
  readonly proposalId: string;
  readonly job: LevellingJob;
  readonly madeAt: Date;
  readonly result: LevellingResult;
  readonly finishBound: string;
  readonly lowerBoundDays: number;
  readonly isOptimal: boolean;
  readonly assumptions: readonly string[];
  readonly planVersions: ReadonlyMap<string, number>;
  readonly taskNames: ReadonlyMap<string, string>;
}

export type ProposalWithProjects = LevellingProposal & { readonly projects: readonly LevelledProject[] };

const ROWS_AT_ONCE = 1_000;

export async function storeProposal(tx: Tx, made: MadeProposal): Promise<void> {
  const { proposalId, job, result, planVersions, taskNames } = made;
  await tx.levellingProposal.create({
    data: {
      proposalId,
      jobId: job.jobId,
      state: 'open',
      objective: job.objective,
      madeAt: made.madeAt,
      finishBefore: result.finishBefore,
      finishAfter: result.finishAfter,
      finishBound: made.finishBound,
      makespanBeforeDays: result.makespanBeforeDays,
      makespanAfterDays: result.makespanAfterDays,
      lowerBoundDays: made.lowerBoundDays,
      isOptimal: made.isOptimal,
      overbookedBefore: result.overbookedDaysBefore,
      overbookedAfter: result.overbookedDaysAfter,
      assumptions: [...made.assumptions],
    },
  });
  await tx.levelledProject.createMany({
    data: result.projects.map((project) => ({
      ...project,
      proposalId,
      planVersion: planVersions.get(project.projectId) ?? 0,
      decision: project.moves === 0 ? 'not-moved' : 'open',
    })),
  });
  const moves = [...result.moves].sort((a, b) => a.startAfter.localeCompare(b.startAfter));
  const rows = moves.map(({ reason, ...move }, index) => ({
    ...move,
    proposalId,
    place: index + 1,
    taskName: taskNames.get(move.taskId) ?? '',
    reason: { ...reason } satisfies Prisma.InputJsonObject,
  }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.levellingMove.createMany({ data: rows.slice(at, at + ROWS_AT_ONCE) });
}

/** The proposal with its projects, locked for a decision. */
export async function lockProposal(tx: Tx, proposalId: string): Promise<ProposalWithProjects> {
  await tx.$executeRaw`SELECT 1 FROM levelling_proposal WHERE proposal_id = ${proposalId}::uuid FOR UPDATE`;
  const proposal = await tx.levellingProposal.findUnique({
    where: { proposalId },
    include: { projects: { orderBy: { projectId: 'asc' } } },
  });
  if (!proposal) throw proposalNotFound();
  return proposal;
}

export function proposalNotFound(): Refusal {
  return new Refusal(
    'resourcing/levelling-proposal-not-found',
    'There is no levelling proposal with this id.',
    {
      kind: 'not-found',
    },
  );
}

/** Refuses when the proposal changed since the person saw it. */
export function requireVersion({ version }: LevellingProposal, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'resourcing/version-conflict',
    `The proposal was changed since you read it (it is at version ${version} now); read it again.`,
    { kind: 'stale-version', details: { version } },
  );
}
