import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RetireTemplate } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import {
  lockTemplate,
  requireInUse,
  requireTemplate,
  requireTemplateKeeper,
  requireTemplateVersion,
} from '../persistence/templates.js';

@Controller()
export class RetireTemplateCommand {
  @Answers(RetireTemplate)
  async handle(@Payload() request: RetireTemplate, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { templateId, reason } = request;
    requireTemplateKeeper(call.claims);
    const template = requireTemplate(await lockTemplate(call.tx, templateId));
    requireTemplateVersion(template, call.expectedVersion);
    requireInUse(template);
    const version = template.version + 1;
    await call.tx.template.update({
      where: { templateId },
      data: { version, retiredReason: reason, retiredByName: call.claims.name },
    });
    return { id: templateId, version };
  }
}
