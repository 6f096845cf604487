import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { PortfolioChangeOrdered } from '@meridian/contracts-budgeting';
import { PortfolioChangeSettled, ProjectRecorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { moveAlong, stopProject, type LifeOfProject } from '../domain/lifecycle/move-along.js';
import { movedDates } from '../domain/lifecycle/portfolio-change.js';
import type { Tx } from '../persistence/database.js';
import { lifeOf } from '../persistence/lifecycle.js';
import { lockProject, projectFact, type ProjectRow } from '../persistence/projects.js';
import { takeStep } from '../persistence/stage-changes.js';

/** A portfolio decision is carried out where the life of the project allows it; the answer says what was done, or why not. */
@Controller()
export class OnPortfolioChangeOrdered {
  @On(PortfolioChangeOrdered)
  async handle(@Payload() event: PortfolioChangeOrdered, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { projectId, scenarioId, candidateId } = event;
    const project = await lockProject(delivery.tx, projectId);
    const settle = (outcome: 'applied' | 'refused', settled: string): Promise<void> =>
      delivery.announce(PortfolioChangeSettled, { projectId, scenarioId, candidateId, outcome, settled });
    if (!project) return settle('refused', 'There is no project with this id.');
    try {
      await settle('applied', await this.carryOut(project, event, delivery));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await settle('refused', error.message.slice(0, 2000));
    }
  }

  /** Refuses before anything is written. */
  private async carryOut(
    project: ProjectRow,
    event: PortfolioChangeOrdered,
    delivery: Delivery<Tx>,
  ): Promise<string> {
    // Budgeting decided who may: the sponsor or the PMO that applied the change-set there.
    const life = await lifeOf(delivery.tx, project, ['pmo', 'sponsor']);
    switch (event.change) {
      case 'begin':
        return begin(project, life, event, delivery);
      case 'stop':
        return stop(project, life, event, delivery);
      case 'move':
        return move(project, life, event, delivery);
    }
  }
}

async function begin(
  project: ProjectRow,
  life: LifeOfProject,
  event: PortfolioChangeOrdered,
  delivery: Delivery<Tx>,
): Promise<string> {
  if (life.stage === 'approved' || life.stage === 'delivery') return 'It was approved already.';
  const moved = moveAlong(life, 'approved', event.decision);
  const step = { ...moved, ...stepOf(event), act: 'moved' as const };
  const approved = await takeStep(project, step, delivery);
  if (event.startsOn === undefined || life.facts.planVersion !== null) return 'It is approved.';
  return `It is approved. ${await move(approved, life, event, delivery)}`;
}

async function stop(
  project: ProjectRow,
  life: LifeOfProject,
  event: PortfolioChangeOrdered,
  delivery: Delivery<Tx>,
): Promise<string> {
  const stopped = stopProject(life, event.decision);
  const step = { ...stopped, ...stepOf(event), act: 'stopped' as const, reasonCode: 'other' as const };
  const { stage } = await takeStep(project, step, delivery);
  return stage === 'archived' ? 'It is archived.' : 'It is stopped and being closed.';
}

async function move(
  project: ProjectRow,
  { stage, facts }: LifeOfProject,
  { startsOn }: PortfolioChangeOrdered,
  { tx, announce }: Delivery<Tx>,
): Promise<string> {
  const dates = movedDates({ ...project, stage, hasPlan: facts.planVersion !== null }, startsOn);
  const moved = await tx.project.update({
    where: { projectId: project.projectId },
    data: { ...dates, version: project.version + 1 },
  });
  await announce(ProjectRecorded, projectFact(moved));
  return `It starts on ${dates.start}.`;
}

function stepOf({ decision, orderedBy, orderedByName, startsIn }: PortfolioChangeOrdered) {
  return {
    reason: `Portfolio decision${startsIn === undefined ? '' : ` for ${startsIn}`}: ${decision}`,
    evidence: decision,
    by: orderedBy,
    byName: orderedByName,
  };
}
