import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { CompareTemplates, TemplateComparison } from '@meridian/contracts-projects';
import { differenceCounts, templateDifferences } from '../domain/template/template-differences.js';
import { Database } from '../persistence/database.js';
import { contentOf, requireTemplateKeeper, templateVersion } from '../persistence/templates.js';

const LISTED = 2000;

@Controller()
export class CompareTemplatesQuery {
  constructor(private readonly database: Database) {}

  @Answers(CompareTemplates)
  async handle(
    @Payload() { templateId, from, to }: CompareTemplates,
    @Ctx() asking: Asking,
  ): Promise<TemplateComparison> {
    requireTemplateKeeper(asking.claims);
    const before = contentOf(await templateVersion(this.database, templateId, from));
    const after = contentOf(await templateVersion(this.database, templateId, to));
    const differences = templateDifferences(before, after);
    return { templateId, from, to, ...differenceCounts(differences), tasks: differences.slice(0, LISTED) };
  }
}
