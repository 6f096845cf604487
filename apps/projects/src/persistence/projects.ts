import { hasRole, requireManager, requireVisible, type Person } from '@meridian/access';
import { Refusal } from '@meridian/refusal';
import { requireAlive } from '../domain/lifecycle/move-along.js';
import type { Stage } from '../domain/lifecycle/stage.js';
import type { Phase } from '../domain/milestone/milestone.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { withoutGaps } from './without-gaps.js';

export type ProjectRow = Prisma.ProjectGetPayload<object>;

/**
 * A project with its row locked for this transaction, and those of the projects that wait for it through links, all in one
 * order; null when there is none.
 */
export async function lockProject(tx: Tx, projectId: string): Promise<ProjectRow | null> {
  await tx.$executeRaw`
    WITH RECURSIVE reached (project_id) AS (
      SELECT ${projectId}::uuid
      UNION
      SELECT link.to_project_id FROM project_link link JOIN reached ON link.from_project_id = reached.project_id
       WHERE link.removed_at IS NULL)
    SELECT 1 FROM project WHERE project_id IN (SELECT project_id FROM reached) ORDER BY project_id FOR UPDATE`;
  return tx.project.findUnique({ where: { projectId } });
}

/** The same for one who manages it. @throws Refusal when the caller may not see or not manage it, or it is archived. */
export async function lockManaged(tx: Tx, projectId: string, person: Person): Promise<ProjectRow> {
  const project = await lockProject(tx, projectId);
  requireManager(person, project);
  return alive(project as ProjectRow);
}

/** The same for one who sees it. @throws Refusal when the caller may not see it, or it is archived. */
export async function lockVisible(tx: Tx, projectId: string, person: Person): Promise<ProjectRow> {
  const project = await lockProject(tx, projectId);
  requireVisible(person, project);
  return alive(project as ProjectRow);
}

function alive(project: ProjectRow): ProjectRow {
  requireAlive(project.stage as Stage);
  return project;
}

/** @throws Refusal when another project has the code or the id. */
export async function requireFree(
  tx: Tx,
  { projectId, code }: { readonly projectId: string; readonly code: string },
): Promise<void> {
  const taken = await tx.project.findFirst({ where: { OR: [{ code }, { projectId }] } });
  if (!taken) return;
  throw new Refusal(
    'projects/code-taken',
    `There is a project ${taken.code} already ("${taken.name}"); give this one another code.`,
    { details: { code: taken.code } },
  );
}

/** @throws Refusal when the caller is not of the PMO: the tree is theirs. */
export function requirePmo(person: Person): void {
  if (hasRole(person, ['pmo-manager'])) return;
  throw new Refusal(
    'projects/pmo-arranges',
    'Portfolios and programmes are arranged by the PMO; ask there.',
    {
      kind: 'forbidden',
    },
  );
}

/** @throws Refusal when the caller saw another version. */
export function requireVersion(project: ProjectRow, expected: number | undefined): void {
  if (expected === undefined || expected === project.version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The project was changed since you read it (it is at version ${project.version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version: project.version } },
  );
}

export function phasesOf(project: { readonly phases: unknown }): readonly Phase[] {
  return project.phases as readonly Phase[];
}

/** What the others are told of a project: the whole record, gaps left out. */
export function projectFact(project: ProjectRow) {
  const { projectId, version, code, name, portfolio, stage, currency, isConfidential } = project;
  return {
    projectId,
    version,
    code,
    name,
    portfolio,
    stage: stage as Stage,
    currency,
    isConfidential,
    phases: phasesOf(project).map((phase) => ({ ...phase })),
    ...known(project),
  };
}

/** The fields of a record that may be gaps, those that are not. */
export function known(project: ProjectRow) {
  const gaps = {
    programme: project.programme,
    orgUnit: project.orgUnit,
    category: project.category,
    currentPhaseId: project.currentPhaseId,
    managerPersonId: project.managerPersonId,
    managerName: project.managerName,
    sponsorPersonId: project.sponsorPersonId,
    sponsorName: project.sponsorName,
    wholeLifeCostMinor: project.wholeLifeCostMinor?.toString() ?? null,
    durationMonths: project.durationMonths === null ? null : Number(project.durationMonths),
    deliveryConfidence: project.deliveryConfidence as 'red' | 'amber' | 'green' | null,
    snapshot: project.snapshot,
    start: project.start,
    finish: project.finish,
  };
  return withoutGaps(gaps);
}
