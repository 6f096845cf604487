import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { CreateFromTemplate, ProjectFromTemplate } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { calendarOf } from '../domain/template/calendar-of-file.js';
import type { TemplateUse } from '../domain/template/plan-of-template.js';
import { beginFromTemplate } from '../persistence/begin-from-template.js';
import type { Tx } from '../persistence/database.js';
import {
  lockTemplate,
  requireInUse,
  requireTemplate,
  requireTemplateKeeper,
  templateVersion,
} from '../persistence/templates.js';

/** A new project with the plan, the roles, the checks and the gates of a template. */
@Controller()
export class CreateFromTemplateCommand {
  @Answers(CreateFromTemplate)
  async handle(@Payload() request: CreateFromTemplate, @Ctx() call: Call<Tx>): Promise<ProjectFromTemplate> {
    const { templateId, templateVersion: wanted, start, finish, calendar, ...asked } = request;
    const { projectId = call.newId(), ...record } = asked;
    requireTemplateKeeper(call.claims);
    requireInUse(requireTemplate(await lockTemplate(call.tx, templateId)));
    const template = await templateVersion(call.tx, templateId, wanted);
    const { project, ...begun } = await beginFromTemplate(call, {
      template,
      record: { projectId, ...record, start: start ?? null, finish: finish ?? null },
      from: oneOf(start, finish),
      calendar: calendar === undefined ? null : calendarOf(calendar),
    });
    return {
      id: projectId,
      version: project.version,
      templateId,
      templateVersion: template.number,
      ...begun,
    };
  }
}

function oneOf(start: string | undefined, finish: string | undefined): TemplateUse['from'] {
  if (start !== undefined && finish === undefined) return { start };
  if (finish !== undefined && start === undefined) return { finish };
  throw new Refusal(
    'projects/start-or-finish',
    start === undefined
      ? 'Say when the project starts, or by when it is to be finished.'
      : 'A start and a finish are given; the plan says how long it takes, so give one of them.',
    { kind: 'unprocessable' },
  );
}
