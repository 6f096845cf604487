import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import {
  DecideTemplateVersion,
  TemplateVersionDecided,
  TemplateVersionSettled,
} from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { chosenLines, lineSentence, type Chosen } from '../domain/template-version/chosen-lines.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged, type ProjectRow } from '../persistence/projects.js';
import { lockTemplate, requireInUse, requireTemplate } from '../persistence/templates.js';
import { adoptOffer } from '../persistence/template-version/adopt-offer.js';
import { versionOffer, type VersionOffer } from '../persistence/template-version/version-offer.js';

/** A later version of its template comes into a running project, line by line, or is declined. */
@Controller()
export class DecideTemplateVersionCommand {
  @Answers(DecideTemplateVersion)
  async handle(
    @Payload() request: DecideTemplateVersion,
    @Ctx() call: Call<Tx>,
  ): Promise<TemplateVersionSettled> {
    const { projectId, toVersion, decision } = request;
    const project = await lockManaged(call.tx, projectId, call.claims);
    const offer = await versionOffer(call.tx, project, toVersion);
    const { planVersion } = offer.plan.state;
    requirePlanVersion(planVersion, call.expectedVersion);
    requireInUse(requireTemplate(await lockTemplate(call.tx, offer.run.templateId)));
    const chosen = chosenLines(offer.lines, request.lines);
    requireSense(decision, chosen);
    const adopted = decision === 'adopt' ? await adoptOffer(call, { project, offer, chosen }) : null;
    await this.keep(call, { project, offer, chosen, request, planVersion: adopted?.planVersion ?? null });
    return {
      id: projectId,
      version: adopted?.planVersion ?? planVersion,
      runsVersion: decision === 'adopt' ? toVersion : offer.run.runsVersion,
      taken: chosen.taken.length,
      leftOut: chosen.leftOut.length,
      ...(adopted === null ? {} : { finish: adopted.finish }),
    };
  }

  private async keep(
    { tx, announce, claims, now }: Call<Tx>,
    { project, offer, chosen, request, planVersion }: Decided,
  ): Promise<void> {
    const { projectId } = project;
    const { templateId, runsVersion, decisions } = offer.run;
    const decision = request.decision === 'adopt' ? ('adopted' as const) : ('declined' as const);
    const said = {
      projectId,
      templateId,
      fromVersion: runsVersion,
      toVersion: request.toVersion,
      decision,
      reason: request.reason,
      decidedBy: claims.personId ?? claims.subject,
      decidedByName: claims.name,
    };
    await tx.templateDecision.create({
      data: {
        ...said,
        number: decisions.length + 1,
        taken: chosen.taken.map(lineSentence),
        leftOut: chosen.leftOut.map(lineSentence),
        planVersion,
        decidedAt: now,
      },
    });
    await announce(TemplateVersionDecided, {
      ...said,
      templateName: offer.later.name,
      taken: chosen.taken.length,
      leftOut: chosen.leftOut.length,
      decidedAt: now.toISOString(),
    });
  }
}

interface Decided {
  readonly project: ProjectRow;
  readonly offer: VersionOffer;
  readonly chosen: Chosen;
  readonly request: DecideTemplateVersion;
  readonly planVersion: number | null;
}

/** A version that offers nothing new may be adopted as it is. */
function requireSense(decision: 'adopt' | 'decline', { taken, leftOut }: Chosen): void {
  if (decision === 'adopt' && taken.length === 0 && leftOut.some(({ state }) => state === 'open'))
    throw new Refusal(
      'projects/no-line-chosen',
      'Nothing of the later version was chosen; choose lines of it, or decline it.',
      { kind: 'unprocessable' },
    );
  if (decision === 'decline' && taken.length > 0)
    throw new Refusal(
      'projects/no-line-chosen',
      'Lines were chosen of a version that is declined; adopt these lines, or decline without any.',
      { kind: 'unprocessable' },
    );
}

/** @throws Refusal when the caller saw another plan. */
function requirePlanVersion(version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The plan was changed since you read the offer (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
