import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { StaffingSuggestions, SuggestStaffing } from '@meridian/contracts-resourcing';
import type { StaffingSuggestion } from '@meridian/contracts-resourcing';
import { USUAL_WEIGHTS } from '../domain/staffing/fit.js';
import { suggestPeople, type Suggested, type Suggestion } from '../domain/staffing/suggest-people.js';
import { Database } from '../persistence/database.js';
import { candidatesFor } from '../persistence/staffing-candidates.js';
import { openDemands } from '../persistence/staffing-demands.js';

@Controller()
export class SuggestStaffingQuery {
  constructor(private readonly database: Database) {}

  @Answers(SuggestStaffing)
  async handle(
    @Payload() request: SuggestStaffing,
    @Ctx() { claims, now }: Asking,
  ): Promise<StaffingSuggestions> {
    const today = now.toISOString().slice(0, 10);
    const { projectIds, needs = [], weights = USUAL_WEIGHTS } = request;
    const projects = await this.database.project.findMany({ where: { projectId: { in: [...projectIds] } } });
    for (const id of projectIds) {
      requireVisible(
        claims,
        projects.find(({ projectId }) => projectId === id),
      );
    }
    const { demands, mondays } = await openDemands(this.database, projects, needs, today);
    const candidates = await candidatesFor(this.database, demands, mondays, today);
    const { filled, score, suggestions } = suggestPeople(demands, candidates, weights);
    return {
      weights,
      filled,
      unfilled: demands.length - filled,
      score,
      suggestions: suggestions.map(lineOf),
    };
  }
}

function lineOf({ demand, person, nextBest, nextBestCosts }: Suggestion): StaffingSuggestion {
  const { weeks: _weeks, needs: _needs, ...asked } = demand;
  return {
    ...asked,
    ...(person && { person: candidateOf(person) }),
    ...(nextBest && { nextBest: candidateOf(nextBest) }),
    ...(nextBestCosts !== null && { nextBestCosts }),
  };
}

function candidateOf({ candidate: { personId, name, role }, score, reasons }: Suggested) {
  return { personId, name, role, score, reasons };
}
