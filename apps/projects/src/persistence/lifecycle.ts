import { hasRole, mayManageProject, requireVisible, type Person } from '@meridian/access';
import type { GuardFacts } from '../domain/lifecycle/guards.js';
import type { LifeOfProject } from '../domain/lifecycle/move-along.js';
import type { Stage } from '../domain/lifecycle/stage.js';
import type { Standing } from '../domain/lifecycle/transitions.js';
import { openGaps } from './closings.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { lockProject, type ProjectRow } from './projects.js';

export type RequestRow = Prisma.OriginalRequestGetPayload<object>;

/** A project with its row locked, as its lifecycle sees it and the person in it. Who asked for it sees it in any case. */
export async function lockLife(tx: Tx, projectId: string, person: Person) {
  const project = await lockProject(tx, projectId);
  const request = await tx.originalRequest.findUnique({ where: { projectId } });
  const seen = requireInLife(project, request, person);
  return { project: seen, life: await lifeOf(tx, seen, standingsOf(seen, request, person)) };
}

/** @throws Refusal `access/project-not-found` */
export function requireInLife(
  project: ProjectRow | null,
  request: RequestRow | null,
  person: Person,
): ProjectRow {
  if (project && isSubmitter(request, person)) return project;
  requireVisible(person, project);
  return project as ProjectRow;
}

export async function lifeOf(
  tx: Pick<Tx, '$queryRaw' | 'closing'>,
  { projectId, stage, managerPersonId, managerName, sponsorPersonId, sponsorName }: ProjectRow,
  standings: readonly Standing[],
): Promise<LifeOfProject> {
  const [known] = await tx.$queryRaw<[Pick<GuardFacts, (typeof READ)[number]>]>`
    SELECT (SELECT version FROM business_case WHERE project_id = ${projectId}::uuid) AS "businessCaseVersion",
           (SELECT plan_version FROM plan WHERE project_id = ${projectId}::uuid) AS "planVersion",
           (SELECT count(*)::int FROM task WHERE project_id = ${projectId}::uuid
               AND is_active AND NOT is_summary AND percent_complete < 100) AS "undoneTasks",
           (SELECT count(*)::int FROM raid_entry WHERE project_id = ${projectId}::uuid
               AND status = 'open') AS "openEntries",
           (SELECT count(*)::int FROM lesson WHERE project_id = ${projectId}::uuid) AS "lessons",
           (SELECT count(*)::int FROM milestone WHERE project_id = ${projectId}::uuid
               AND NOT is_withdrawn AND accepted_on IS NULL) AS "unacceptedMilestones",
           EXISTS (SELECT 1 FROM stage_transition
                    WHERE project_id = ${projectId}::uuid AND reason_code IS NOT NULL) AS "isStopped"`;
  const facts = {
    ...known,
    closingGaps: stage === 'closing' ? await openGaps(tx, projectId) : null,
    managerName: managerPersonId === null ? null : (managerName ?? managerPersonId),
    sponsorName: sponsorPersonId === null ? null : (sponsorName ?? sponsorPersonId),
  };
  return { stage: stage as Stage, facts, standings };
}

const READ = [
  'businessCaseVersion',
  'planVersion',
  'undoneTasks',
  'openEntries',
  'lessons',
  'unacceptedMilestones',
  'isStopped',
] as const;

/** What a person is to a project. */
export function standingsOf(project: ProjectRow, request: RequestRow | null, person: Person): Standing[] {
  const isPmo = hasRole(person, ['pmo-manager']);
  const isSponsor = hasRole(person, ['sponsor']) || project.sponsorPersonId === idOf(person);
  return [
    ...(isPmo ? (['pmo'] as const) : []),
    ...(isSponsor ? (['sponsor'] as const) : []),
    ...(!isPmo && mayManageProject(person, project) ? (['manager'] as const) : []),
    ...(isSubmitter(request, person) ? (['submitter'] as const) : []),
  ];
}

function isSubmitter(request: RequestRow | null, person: Person): boolean {
  return request !== null && request.submittedBy === idOf(person);
}

function idOf({ personId, subject }: Person): string {
  return personId ?? subject;
}
