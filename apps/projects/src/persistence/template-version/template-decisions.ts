import type { Tx } from '../database.js';
import type { Prisma } from '../generated/client.js';

export type DecisionRow = Prisma.TemplateDecisionGetPayload<object>;

/** Which version of its template a project runs, and what it decided of later ones. */
export interface TemplateRun {
  readonly templateId: string;
  /** The version that it was made from or adopted last. */
  readonly runsVersion: number;
  /** The latest first. */
  readonly decisions: readonly DecisionRow[];
}

/** By the id of the project; those that were made from no template are not there. */
export async function templateRuns(
  tx: Pick<Tx, 'templateUse' | 'templateDecision'>,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, TemplateRun>> {
  const where = { projectId: { in: [...projectIds] } };
  const uses = await tx.templateUse.findMany({ where });
  const decisions = await tx.templateDecision.findMany({ where, orderBy: { number: 'desc' } });
  return new Map(
    uses.map(({ projectId, templateId, templateVersion }) => {
      const own = decisions.filter((row) => row.projectId === projectId);
      const adopted = own.find(({ decision }) => decision === 'adopted');
      return [projectId, { templateId, runsVersion: adopted?.toVersion ?? templateVersion, decisions: own }];
    }),
  );
}

/** The latest version that a project declined, when it is later than the one it runs. */
export function declinedVersion({ runsVersion, decisions }: TemplateRun): number | undefined {
  const declined = decisions.filter(({ decision }) => decision === 'declined');
  const latest = Math.max(0, ...declined.map(({ toVersion }) => toVersion));
  return latest > runsVersion ? latest : undefined;
}
