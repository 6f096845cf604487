import { hasRole, maySeeProject } from '@meridian/access';
import type { Person } from '@meridian/access';
import type { ScoringRoundRecord } from '@meridian/contracts-budgeting';
import type { Database } from '../persistence/database.js';

/** Who sees the scores of all raters and what follows from them; a rater sees the own ones. */
export function decidesOnPortfolios(person: Person): boolean {
  return hasRole(person, ['pmo-manager', 'sponsor']);
}

/** Rounds without the candidates whose project the person may not see. */
export async function withVisibleCandidates(
  database: Database,
  person: Person,
  rounds: readonly ScoringRoundRecord[],
): Promise<readonly ScoringRoundRecord[]> {
  const ids = new Set(
    rounds.flatMap(({ candidates }) => candidates.flatMap(({ projectId }) => projectId ?? [])),
  );
  const projects = await database.project.findMany({ where: { projectId: { in: [...ids] } } });
  const hidden = new Set(
    projects.filter((project) => !maySeeProject(person, project)).map(({ projectId }) => projectId),
  );
  return rounds.map((round) => ({
    ...round,
    candidates: round.candidates.filter(({ projectId }) => projectId === undefined || !hidden.has(projectId)),
  }));
}
