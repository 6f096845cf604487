import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager, visibleProjects, type Person } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { HitProject, PreviewTemplateVersion, TemplateVersionPreview } from '@meridian/contracts-projects';
import { HIDDEN } from '../domain/links/link-circle.js';
import { lastFinish } from '../domain/plan/last-finish.js';
import { movedTasks, toldTasks } from '../domain/plan/moved-tasks.js';
import { planNetwork } from '../domain/plan/schedule-plan.js';
import { withRules } from '../domain/plan/schedule-rules.js';
import { withBaseline } from '../domain/plan/with-baseline.js';
import { planPreview } from '../domain/plan-preview/plan-preview.js';
import { toldDifferences } from '../domain/plan-preview/told-differences.js';
import { daysLater } from '../domain/ripple/ripple-of-slip.js';
import { chosenLines } from '../domain/template-version/chosen-lines.js';
import { changesPlan, takenPlan } from '../persistence/template-version/taken-plan.js';
import { versionOffer } from '../persistence/template-version/version-offer.js';
import { Database, type Tx } from '../persistence/database.js';
import { settledWith, type Settlement } from '../persistence/linked-plans.js';
import type { ProjectRow } from '../persistence/projects.js';
import { readRules, rulesInForce } from '../persistence/schedule-rules.js';
import { withoutGaps } from '../persistence/without-gaps.js';

/** Asked by who may decide, before it is decided. */
@Controller()
export class PreviewTemplateVersionQuery {
  constructor(private readonly database: Database) {}

  @Answers(PreviewTemplateVersion)
  async handle(
    @Payload() request: PreviewTemplateVersion,
    @Ctx() asking: Asking,
  ): Promise<TemplateVersionPreview> {
    const { projectId } = request;
    return this.database.$transaction(
      async (tx) => {
        const project = await tx.project.findUnique({ where: { projectId } });
        requireManager(asking.claims, project);
        return this.preview(tx, project as ProjectRow, { ...request, person: asking.claims });
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }

  private async preview(
    tx: Tx,
    project: ProjectRow,
    { toVersion, lines, person }: PreviewTemplateVersion & { readonly person: Person },
  ): Promise<TemplateVersionPreview> {
    const { projectId } = project;
    const offer = await versionOffer(tx, project, toVersion);
    const { taken: chosen } = chosenLines(offer.lines, lines);
    const { written, taken } = await takenPlan(tx, offer, { chosen, newId: randomUUID });
    const { plan } = offer;
    const rules = readRules(await rulesInForce(tx, projectId));
    const settings = withRules(written.plan.settings, rules);
    const network = planNetwork({ ...written.plan, ...taken, settings });
    const settlement = await settledWith(tx, { projectId, network, tasks: taken.tasks });
    const { dates } = settlement.own.computed;
    const tasks = withBaseline(taken.tasks, dates);
    const preview = planPreview(
      { tasks: plan.tasks, links: plan.network.plan.links, dates: plan.dates, finish: lastFinish(plan) },
      { tasks, links: taken.links, dates, finish: lastFinish({ tasks, dates }) },
    );
    const beside = chosen.filter((line) => !changesPlan(line));
    const notes = [
      ...taken.leftOut,
      ...beside.map(({ name, part }) =>
        part === 'gate'
          ? `Governance is told of the gate "${name}".`
          : `Quality is told of the checks of "${name}"; checks that are there stay.`,
      ),
    ].map((note) => note.slice(0, 500));
    const { planVersion } = written.row;
    return {
      plan: { projectId, planVersion, ...toldDifferences(preview), notes },
      projects: await this.toldProjects(tx, settlement, person),
    };
  }

  private async toldProjects(
    tx: Tx,
    { loaded, settled }: Omit<Settlement, 'own'>,
    person: Person,
  ): Promise<HitProject[]> {
    const moved = [...settled].flatMap(([projectId, { computed }]) => {
      const before = loaded.get(projectId);
      if (before === undefined) return [];
      const movedCount = toldTasks(before.dates, movedTasks(before.dates, computed.dates)).length;
      const finishBefore = before.state.finish;
      const finish = computed.finish.slice(0, 10);
      const finishDays = daysLater(finishBefore, finish);
      return movedCount === 0 ? [] : [{ projectId, finishBefore, finish, finishDays, movedCount }];
    });
    const seen = await tx.project.findMany({
      where: { AND: [{ projectId: { in: moved.map((one) => one.projectId) } }, visibleProjects(person)] },
      select: { projectId: true, code: true, name: true, managerName: true },
    });
    const byId = new Map(seen.map((row) => [row.projectId, row]));
    return moved
      .sort((a, b) => b.finishDays - a.finishDays)
      .map((hit) => {
        const project = byId.get(hit.projectId);
        if (project === undefined) return { name: HIDDEN, moved: [] };
        const { code, name, managerName } = project;
        return { ...hit, code, name, ...withoutGaps({ managerName }), moved: [] };
      });
  }
}
