import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { TemplateFile, TemplateGate, TemplateRecord, TemplateTask } from '@meridian/contracts-projects';
import { byKey } from '../domain/template/by-key.js';
import type { TemplateContent } from '../domain/template/template-content.js';
import { Database } from '../persistence/database.js';
import {
  contentOf,
  requireTemplate,
  requireTemplateKeeper,
  templateVersion,
} from '../persistence/templates.js';
import { withoutGaps } from '../persistence/without-gaps.js';
import { projectCounts, toldTemplate } from './told-template.js';

const LISTED = 2000;

@Controller()
export class TemplateRecordQuery {
  constructor(private readonly database: Database) {}

  @Answers(TemplateRecord)
  async handle(
    @Payload() { templateId, version }: TemplateRecord,
    @Ctx() asking: Asking,
  ): Promise<TemplateFile> {
    requireTemplateKeeper(asking.claims);
    const row = await templateVersion(this.database, templateId, version);
    const template = requireTemplate(await this.database.template.findUnique({ where: { templateId } }));
    const versions = await this.database.templateVersion.findMany({
      where: { templateId },
      select: { number: true },
      orderBy: { number: 'asc' },
    });
    const content = contentOf(row);
    const tasks = content.tasks.slice(0, LISTED);
    const listed = new Set(tasks.map(({ key }) => key));
    const counts = await projectCounts(this.database);
    return {
      template: toldTemplate(row, template, counts.get(templateId) ?? 0),
      versions: versions.map(({ number }) => number),
      tasks: toldTasks(content).slice(0, LISTED),
      links: content.links
        .filter(({ fromKey, toKey }) => listed.has(fromKey) && listed.has(toKey))
        .map(({ lagPercent, ...link }) => ({ ...link, ...withoutGaps({ lagPercent }) })),
      gates: content.gates.map(toldGate),
    };
  }
}

function toldTasks({ tasks, roles, checks }: TemplateContent): TemplateTask[] {
  const levels = new Map<string, number>();
  const rolesOf = byKey(roles, ({ taskKey }) => taskKey);
  const checksOf = byKey(checks, ({ milestoneKey }) => milestoneKey);
  return tasks.map((task) => {
    const { key, parentKey, wbs, name, isSummary, isMilestone, durationMinutes, isElapsed } = task;
    const outlineLevel = 1 + (parentKey === null ? 0 : (levels.get(parentKey) ?? 0));
    levels.set(key, outlineLevel);
    return {
      key,
      outlineLevel,
      wbs,
      name,
      isSummary,
      isMilestone,
      durationMinutes,
      isElapsed,
      ...withoutGaps({
        constraintKind: task.constraintKind,
        constraintAfterDays: task.constraintAt?.workingDays ?? null,
      }),
      roles: (rolesOf.get(key) ?? []).map(({ taskKey: _, kind, ...role }) => ({
        ...role,
        kind: kind as 'work' | 'material' | 'cost',
      })),
      checks: (checksOf.get(key) ?? []).map(({ title, isMandatory }) => ({ title, isMandatory })),
    };
  });
}

function toldGate({ due, ...gate }: TemplateContent['gates'][number]): TemplateGate {
  return { ...gate, ...(due === null ? {} : { dueAfterDays: due.workingDays }) };
}
