import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import {
  CheckedGuard,
  LifecycleReport,
  ProjectLifecycle,
  StageTransition,
} from '@meridian/contracts-projects';
import { waysOn, wayOut } from '../domain/lifecycle/move-along.js';
import { Database } from '../persistence/database.js';
import { lifeOf, requireInLife, standingsOf, type RequestRow } from '../persistence/lifecycle.js';
import type { TransitionRow } from '../persistence/stage-changes.js';

@Controller()
export class ProjectLifecycleQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectLifecycle)
  async handle(@Payload() { projectId }: ProjectLifecycle, @Ctx() asking: Asking): Promise<LifecycleReport> {
    const [found, request, transitions] = await Promise.all([
      this.database.project.findUnique({ where: { projectId } }),
      this.database.originalRequest.findUnique({ where: { projectId } }),
      this.database.stageTransition.findMany({ where: { projectId }, orderBy: { number: 'asc' } }),
    ]);
    const project = requireInLife(found, request, asking.claims);
    const life = await lifeOf(this.database, project, standingsOf(project, request, asking.claims));
    const stop = wayOut(life);
    return {
      projectId,
      version: project.version,
      stage: project.stage,
      ...(request === null ? {} : { request: requestOf(request) }),
      transitions: transitions.map(transitionOf),
      next: waysOn(life),
      ...(stop === undefined ? {} : { stop }),
    };
  }
}

function requestOf({ name, request, orgUnit, category, ...by }: RequestRow) {
  return {
    name,
    request,
    ...(orgUnit === null ? {} : { orgUnit }),
    ...(category === null ? {} : { category }),
    submittedBy: by.submittedBy,
    submittedByName: by.submittedByName,
    submittedAt: by.submittedAt.toISOString(),
  };
}

function transitionOf(row: TransitionRow): StageTransition {
  const { number, from, to, act, reasonCode, reason, evidence, checked, by, byName, at } = row;
  return {
    number,
    ...(from === null ? {} : { from }),
    to,
    act: act as StageTransition['act'],
    ...(reasonCode === null ? {} : { reasonCode }),
    reason,
    ...(evidence === null ? {} : { evidence }),
    checked: checked as unknown as CheckedGuard[],
    ...(by === null ? {} : { by }),
    ...(byName === null ? {} : { byName }),
    at: at.toISOString(),
  };
}
