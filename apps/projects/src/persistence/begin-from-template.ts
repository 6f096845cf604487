import { createHash } from 'node:crypto';
import type { Call } from '@meridian/bus';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { planOfTemplate, type TemplateUse } from '../domain/template/plan-of-template.js';
import { adoptFile } from './adopt-file.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { projectFact, requireFree, type ProjectRow } from './projects.js';
import { beginHistory, stepBy } from './stage-changes.js';
import { announceWishes } from './template-wishes.js';
import { contentOf, type TemplateVersionRow } from './templates.js';
import { placeByName } from './tree.js';

/** A project that is to begin from a template. */
export interface Beginning {
  readonly template: TemplateVersionRow;
  readonly record: Omit<Prisma.ProjectUncheckedCreateInput, 'version' | 'phases'> & {
    readonly projectId: string;
  };
  readonly from: TemplateUse['from'];
  readonly calendar: TemplateUse['calendar'];
}

/** What came of it; days are `YYYY-MM-DD`. */
export interface Begun {
  readonly project: ProjectRow;
  readonly start: string;
  readonly finish: string;
  readonly taskCount: number;
  readonly checkCount: number;
  readonly gateCount: number;
}

/** A new project with the plan of a template; quality and governance hear which checks and gates it wants. */
export async function beginFromTemplate(call: Call<Tx>, beginning: Beginning): Promise<Begun> {
  const { tx } = call;
  const { template, record, from, calendar } = beginning;
  const { templateId, number: templateVersion, name } = template;
  const { projectId } = record;
  const { file, phases, content } = planOfTemplate(contentOf(template), {
    name: record.name,
    manager: record.managerName ?? null,
    currency: record.currency,
    from,
    calendar,
  });
  await requireFree(tx, record);
  const project = await tx.project.create({
    data: { ...record, version: 1, phases: phases.map((phase) => ({ ...phase })) },
  });
  await placeByName(tx, [project], call.newId);
  const by = stepBy(call.claims);
  const reason = `It began from version ${templateVersion} of the template "${name}".`;
  await beginHistory(project, { act: 'registered', reason, ...by }, call);
  const use = { projectId, templateId, templateVersion };
  await tx.templateUse.create({
    data: { ...use, usedBy: by.by, usedByName: by.byName, usedAt: call.now },
  });
  await call.announce(ProjectRecorded, projectFact(project));
  const { figures } = await adoptFile(call, {
    project,
    before: null,
    file,
    contentHash: createHash('sha256').update(`${templateId} ${templateVersion} ${projectId}`).digest('hex'),
    source: `Template: ${name}, version ${templateVersion}`.slice(0, 300),
    reportOf: ({ taken: _, tasks: __, ...report }) => ({ ...report, isUnchanged: false, notes: [] }),
  });
  const idOf = new Map(figures.tasks.map(({ guid, taskId }) => [guid ?? taskId, taskId]));
  await announceWishes(call, use, { content, phases, idOf });
  const { tasks, checks, gates } = content;
  return {
    project,
    start: figures.start,
    finish: figures.finish,
    taskCount: tasks.length,
    checkCount: checks.length,
    gateCount: gates.length,
  };
}
