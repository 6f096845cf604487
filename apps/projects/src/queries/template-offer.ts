import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { OfferedTemplate, TemplateOffer } from '@meridian/contracts-projects';
import type { OfferedLine } from '../domain/template-version/offered-lines.js';
import { Database, type Tx } from '../persistence/database.js';
import type { ProjectRow } from '../persistence/projects.js';
import type { DecisionRow } from '../persistence/template-version/template-decisions.js';
import { templateOfProject, versionOffer } from '../persistence/template-version/version-offer.js';
import { withoutGaps } from '../persistence/without-gaps.js';

const LISTED = 2000;

/** Templates may come from confidential projects; who manages a project made from one sees what it offers this project. */
@Controller()
export class TemplateOfferQuery {
  constructor(private readonly database: Database) {}

  @Answers(TemplateOffer)
  async handle(@Payload() request: TemplateOffer, @Ctx() asking: Asking): Promise<OfferedTemplate> {
    const { projectId } = request;
    return this.database.$transaction(
      async (tx) => {
        const project = await tx.project.findUnique({ where: { projectId } });
        requireManager(asking.claims, project);
        return this.offer(tx, project as ProjectRow, request.toVersion);
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }

  private async offer(tx: Tx, project: ProjectRow, wanted: number | undefined): Promise<OfferedTemplate> {
    const { projectId } = project;
    const plan = await tx.plan.findUnique({ where: { projectId }, select: { planVersion: true } });
    const record = { projectId, planVersion: plan?.planVersion ?? 0 };
    const known = await templateOfProject(tx, projectId);
    if (known === null) return { ...record, lines: [], lineCount: 0, history: [] };
    const { run, template } = known;
    const { templateId, runsVersion, decisions } = run;
    const told = {
      ...record,
      templateId,
      templateName: template.name,
      runsVersion,
      ...withoutGaps({ retiredReason: template.retiredReason }),
      history: decisions.map(toldStep),
    };
    const toVersion = wanted ?? template.version;
    if (template.retiredReason !== null || (wanted === undefined && toVersion <= runsVersion))
      return { ...told, lines: [], lineCount: 0 };
    const { lines, later } = await versionOffer(tx, project, toVersion);
    const offered = { offeredVersion: later.number, purpose: later.purpose };
    return { ...told, ...offered, lines: lines.slice(0, LISTED).map(toldLine), lineCount: lines.length };
  }
}

function toldLine({ before, after, here, ...line }: OfferedLine) {
  return { ...line, ...withoutGaps({ before: short(before), after: short(after), here: short(here) }) };
}

function short(words: string | null): string | null {
  return words === null ? null : words.slice(0, 2000);
}

function toldStep({ decidedAt, decision, planVersion, ...row }: DecisionRow) {
  const { number, fromVersion, toVersion, taken, leftOut, reason, decidedByName } = row;
  return {
    number,
    fromVersion,
    toVersion,
    taken,
    leftOut,
    reason,
    decidedByName,
    decision: decision as 'adopted' | 'declined',
    ...withoutGaps({ planVersion }),
    decidedAt: decidedAt.toISOString(),
  };
}
