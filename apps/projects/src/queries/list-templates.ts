import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { ListTemplates, TemplateList } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import { requireTemplateKeeper } from '../persistence/templates.js';
import { projectCounts, toldTemplate } from './told-template.js';

@Controller()
export class ListTemplatesQuery {
  constructor(private readonly database: Database) {}

  @Answers(ListTemplates)
  async handle(@Payload() _: ListTemplates, @Ctx() asking: Asking): Promise<TemplateList> {
    requireTemplateKeeper(asking.claims);
    const rows = await this.database.templateVersion.findMany({
      distinct: ['templateId'],
      orderBy: [{ templateId: 'asc' }, { number: 'desc' }],
      omit: { content: true },
      include: { template: true },
    });
    const counts = await projectCounts(this.database);
    const lines = rows.map((row) => toldTemplate(row, row.template, counts.get(row.templateId) ?? 0));
    const isRetired = ({ retiredReason }: (typeof lines)[number]) => Number(retiredReason !== undefined);
    return {
      templates: lines.sort((a, b) => isRetired(a) - isRetired(b) || a.name.localeCompare(b.name, 'en')),
    };
  }
}
