import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { AnswerDependency, Recorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { answered, type Side } from '../domain/dependency/dependency.js';
import type { Tx } from '../persistence/database.js';
import {
  dependencyOf,
  lockDependency,
  recordDependency,
  type DependencyRow,
} from '../persistence/dependencies.js';
import { lockManaged } from '../persistence/projects.js';

/** Answered for one of the two projects by who manages it; every step stays in the history. */
@Controller()
export class AnswerDependencyCommand {
  @Answers(AnswerDependency)
  async handle(@Payload() request: AnswerDependency, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, dependencyId, answer, promisedOn: day = null, note = null } = request;
    await lockManaged(call.tx, projectId, call.claims);
    const row = await lockDependency(call.tx, dependencyId);
    const side = row && sideOf(row, projectId);
    if (!row || !side) throw notFound();
    requireDependencyVersion(row, call.expectedVersion);
    const { dependency, act, on } = answered(dependencyOf(row), side, { answer, day });
    const version = row.version + 1;
    const step = { act, side, aboutDay: on, note, byName: call.claims.name };
    await recordDependency(call, { ...row, ...dependency, version }, step);
    return { id: dependencyId, version };
  }
}

function sideOf({ giverProjectId, takerProjectId }: DependencyRow, projectId: string): Side | null {
  if (projectId === giverProjectId) return 'giver';
  return projectId === takerProjectId ? 'taker' : null;
}

function requireDependencyVersion({ version }: DependencyRow, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The promise was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}

function notFound(): Refusal {
  return new Refusal('projects/dependency-not-found', 'This project gives or gets nothing by this promise.', {
    kind: 'not-found',
  });
}
