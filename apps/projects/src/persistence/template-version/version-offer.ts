import { Refusal } from '@meridian/refusal';
import {
  offeredLines,
  type OfferedLine,
  type Versions,
} from '../../domain/template-version/offered-lines.js';
import { keysOf, templateOfPlan } from '../../domain/template/template-of-plan.js';
import type { TemplateSource } from '../../domain/template/template-of-plan.js';
import type { Tx } from '../database.js';
import { loadPlan, type LoadedPlan } from '../plans.js';
import type { ProjectRow } from '../projects.js';
import { templateSource } from '../template-source.js';
import { contentOf, templateVersion, type TemplateRow, type TemplateVersionRow } from '../templates.js';
import { templateRuns, type TemplateRun } from './template-decisions.js';

/** A later version of the template of a project beside its plan. */
export interface VersionOffer {
  readonly run: TemplateRun;
  readonly later: TemplateVersionRow;
  readonly plan: LoadedPlan;
  readonly source: TemplateSource;
  readonly versions: Versions;
  /** What the tasks of the plan are known by, by their ids. */
  readonly keys: ReadonlyMap<string, string>;
  readonly lines: readonly OfferedLine[];
}

/** @throws Refusal `projects/not-from-template`, `projects/no-later-version`, `projects/template-not-found` */
export async function versionOffer(tx: Tx, project: ProjectRow, toVersion: number): Promise<VersionOffer> {
  const { projectId } = project;
  const run = (await templateRuns(tx, [projectId])).get(projectId);
  if (run === undefined) throw notFromTemplate();
  if (toVersion <= run.runsVersion) throw noLaterVersion(toVersion, run);
  const base = await templateVersion(tx, run.templateId, run.runsVersion);
  const later = await templateVersion(tx, run.templateId, toVersion);
  const plan = await loadPlan(tx, projectId);
  const source = await templateSource(tx, project, plan, new Map());
  const keys = keysOf(plan.tasks);
  const versions = {
    base: contentOf(base),
    later: contentOf(later),
    present: templateOfPlan(source),
    begun: await begunIn(tx, projectId, { plan, keys }),
  };
  return { run, later, plan, source, versions, keys, lines: offeredLines(versions) };
}

/** The template of a project as it stands; null when it was made from none. */
export async function templateOfProject(
  tx: Tx,
  projectId: string,
): Promise<{ readonly run: TemplateRun; readonly template: TemplateRow } | null> {
  const run = (await templateRuns(tx, [projectId])).get(projectId);
  if (run === undefined) return null;
  return { run, template: await tx.template.findUniqueOrThrow({ where: { templateId: run.templateId } }) };
}

/** Keys of tasks on which work has begun, summaries of them, and phases whose gate is decided. */
async function begunIn(
  tx: Tx,
  projectId: string,
  { plan, keys }: Pick<VersionOffer, 'plan' | 'keys'>,
): Promise<ReadonlySet<string>> {
  const gates = await tx.projectGate.findMany({
    where: { projectId, isDecided: true },
    select: { phaseId: true },
  });
  const begun = plan.tasks.filter(
    ({ actualStart, percentComplete }) => actualStart !== null || percentComplete > 0,
  );
  return new Set([
    ...begun.flatMap(({ taskId }) => keys.get(taskId) ?? []),
    ...gates.map(({ phaseId }) => phaseId),
  ]);
}

function notFromTemplate(): Refusal {
  return new Refusal(
    'projects/not-from-template',
    'This project was not made from a template; there is no later version of one for it.',
  );
}

function noLaterVersion(toVersion: number, { runsVersion }: TemplateRun): Refusal {
  return new Refusal(
    'projects/no-later-version',
    `The project runs version ${runsVersion} of its template; version ${toVersion} is not later.`,
    { details: { runsVersion } },
  );
}
