import { BestAssignment } from './best-assignment.js';
import { fitOf, type Candidate, type Demand, type Fit, type Weights } from './fit.js';

export interface Suggested extends Fit {
  readonly candidate: Candidate;
}

export interface Suggestion {
  readonly demand: Demand;
  readonly person: Suggested | null;
  /** Who is here in the best answer in which that person is not. */
  readonly nextBest: Suggested | null;
  /** By how much that answer is worse in all; `null` where it leaves more unfilled. */
  readonly nextBestCosts: number | null;
}

export interface Suggestions {
  readonly filled: number;
  readonly score: number;
  readonly suggestions: readonly Suggestion[];
}

/**
 * One person for each demand, nobody for two: as many as can be, and of all such answers the one with the highest sum of
 * scores, found exactly. Books nobody.
 */
export function suggestPeople(
  demands: readonly Demand[],
  candidates: readonly Candidate[],
  weights: Weights,
): Suggestions {
  if (candidates.length === 0) {
    const nobody = { person: null, nextBest: null, nextBestCosts: null };
    return { filled: 0, score: 0, suggestions: demands.map((demand) => ({ demand, ...nobody })) };
  }
  const fits = demands.map((demand) => candidates.map((candidate) => fitOf(demand, candidate, weights)));
  const search = new BestAssignment(fits.map((row) => row.map((fit) => fit?.score ?? null)));
  const best = search.best();
  const personAt = (row: number, column: number | null): Suggested | null => {
    const [fit, candidate] = [fits[row]?.[column ?? -1], candidates[column ?? -1]];
    return fit && candidate ? { ...fit, candidate } : null;
  };
  const suggestions = demands.map((demand, row) => {
    const person = personAt(row, best.columns[row] ?? null);
    if (person === null) return { demand, person, nextBest: null, nextBestCosts: null };
    const other = search.without(row);
    const nextBest = personAt(row, other.columns[row] ?? null);
    const isAsFull = other.filled === best.filled;
    return { demand, person, nextBest, nextBestCosts: isAsFull ? best.total - other.total : null };
  });
  return { filled: best.filled, score: best.total, suggestions };
}
