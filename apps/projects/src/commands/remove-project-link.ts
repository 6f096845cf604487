import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RemoveProjectLink } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { followLinks } from '../persistence/follow-links.js';
import { loadPlan } from '../persistence/plans.js';
import type { ProjectLinkRow } from '../persistence/project-links.js';
import { lockManaged } from '../persistence/projects.js';

/** The task waits for the other project no longer; that it did stays on record. */
@Controller()
export class RemoveProjectLinkCommand {
  @Answers(RemoveProjectLink)
  async handle(@Payload() request: RemoveProjectLink, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims, now } = call;
    const { projectId, linkId, reason } = request;
    const project = await lockManaged(tx, projectId, claims);
    const link = await tx.projectLink.findUnique({ where: { linkId } });
    if (link?.toProjectId !== projectId) throw linkNotFound();
    requireLinkVersion(link, call.expectedVersion);
    if (link.removedAt !== null) throw alreadyRemoved(link);
    const version = link.version + 1;
    await tx.projectLink.update({
      where: { linkId },
      data: { version, removedAt: now, removedByName: claims.name, removedReason: reason },
    });
    const plan = await loadPlan(tx, projectId);
    const name = plan.network.names.get(link.toTaskId);
    const words = name === undefined ? 'A task that is gone' : `"${name}"`;
    const occasion = {
      kind: 'project-link-removed',
      sentence:
        `${words} waits for a task of another project no longer${reason === undefined ? '.' : `: ${reason}`}`.slice(
          0,
          700,
        ),
    };
    await followLinks({ plan, project }, occasion, call);
    return { id: linkId, version };
  }
}

function requireLinkVersion({ version }: ProjectLinkRow, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The link was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}

function linkNotFound(): Refusal {
  return new Refusal('projects/link-not-found', 'This project waits for no other one through this link.', {
    kind: 'not-found',
  });
}

function alreadyRemoved({ removedByName }: ProjectLinkRow): Refusal {
  return new Refusal('projects/link-removed', `${removedByName} has removed the link already.`);
}
