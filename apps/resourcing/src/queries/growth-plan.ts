import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { GrowthPlan, GrowthPlanFigures } from '@meridian/contracts-resourcing';
import { goalState } from '../domain/growth/goal.js';
import { levelOn } from '../domain/skills/skill.js';
import { personOrManaged } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import { namesOf } from '../persistence/names.js';
import { growthWork, openingsBySkill } from '../persistence/growth/growth-work.js';

@Controller()
export class GrowthPlanQuery {
  constructor(private readonly database: Database) {}

  @Answers(GrowthPlan)
  async handle(@Payload() request: GrowthPlan, @Ctx() { claims, now }: Asking): Promise<GrowthPlanFigures> {
    const today = now.toISOString().slice(0, 10);
    const { personId, name, lineManagerId } = await personOrManaged(this.database, claims, request.personId);
    const goals = await this.database.growthGoal.findMany({
      where: { personId },
      orderBy: [{ by: 'asc' }, { skillKey: 'asc' }, { goalId: 'asc' }],
    });
    const [skills, own, openings, names] = await Promise.all([
      this.database.skill.findMany({
        where: { personId, nameKey: { in: goals.map((goal) => goal.skillKey) } },
        include: { history: { orderBy: { version: 'desc' } } },
      }),
      growthWork(this.database, claims, personId),
      openingsBySkill(this.database, claims, today),
      namesOf(this.database, lineManagerId === null ? [] : [lineManagerId]),
    ]);
    return {
      personId,
      personName: name,
      ...(lineManagerId !== null && {
        lineManager: { personId: lineManagerId, personName: names(lineManagerId) },
      }),
      goals: goals.map(({ personId: _, setAt, isDropped, ...goal }) => {
        const skill = skills.find(({ nameKey }) => nameKey === goal.skillKey) ?? null;
        const since = skill?.history.filter(({ recordedAt }) => recordedAt >= setAt) ?? [];
        const { skillKey: key, assignmentIds, ...facts } = goal;
        return {
          ...facts,
          state: goalState({ ...goal, isDropped }, skill, today),
          currentLevel: skill ? levelOn(skill, today) : 0,
          evidence: since.map(({ skillId: _skill, evidence, validUntil, recordedAt, ...fact }) => ({
            ...fact,
            ...(evidence !== null && { evidence }),
            ...(validUntil !== null && { validUntil }),
            recordedAt: recordedAt.toISOString(),
          })),
          assignments: own.filter(({ assignmentId }) => assignmentIds.includes(assignmentId)),
          openings: isDropped ? [] : (openings.get(key) ?? []),
        };
      }),
      assignments: own.filter(({ finish }) => finish >= today),
    };
  }
}
