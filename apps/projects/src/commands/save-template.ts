import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, SaveTemplate } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { requireVisible } from '@meridian/access';
import { requireRoles } from '../domain/template/roles.js';
import { templateOfPlan } from '../domain/template/template-of-plan.js';
import type { Tx } from '../persistence/database.js';
import { loadPlan } from '../persistence/plans.js';
import { lockProject, type ProjectRow } from '../persistence/projects.js';
import { templateSource } from '../persistence/template-source.js';
import {
  lockTemplate,
  requireInUse,
  requireTemplateKeeper,
  requireTemplateVersion,
  saveVersion,
} from '../persistence/templates.js';

/** The plan of a project as it stands becomes the next version of a template. */
@Controller()
export class SaveTemplateCommand {
  @Answers(SaveTemplate)
  async handle(@Payload() request: SaveTemplate, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims } = call;
    const { templateId, projectId, name, purpose } = request;
    requireTemplateKeeper(claims);
    const project = await lockProject(tx, projectId);
    requireVisible(claims, project);
    const before = await lockTemplate(tx, templateId);
    requireTemplateVersion(before, call.expectedVersion);
    if (before) requireInUse(before);
    await requireFreeName(tx, { templateId, name });
    const plan = await loadPlan(tx, projectId);
    const roles = new Map(request.roles.map(({ resourceName, role }) => [resourceName, role]));
    const source = await templateSource(tx, project as ProjectRow, plan, roles);
    requireRoles(source.plan.assignments, roles);
    const content = templateOfPlan(source);
    const number = (before?.version ?? 0) + 1;
    const { planVersion } = plan.state;
    await saveVersion(call, { templateId, number, name, purpose, projectId, planVersion, content });
    return { id: templateId, version: number };
  }
}

async function requireFreeName(
  tx: Tx,
  { templateId, name }: { readonly templateId: string; readonly name: string },
): Promise<void> {
  const taken = await tx.template.findFirst({
    where: { name, retiredReason: null, templateId: { not: templateId } },
  });
  if (!taken) return;
  throw new Refusal(
    'projects/template-name-taken',
    `There is a template "${name}" already; save a new version of it, or give this one another name.`,
    { details: { templateId: taken.templateId } },
  );
}
