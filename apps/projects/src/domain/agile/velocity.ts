/** A closed sprint, as velocity sees it. */
export interface SprintResult {
  readonly committedPoints: number;
  readonly donePoints: number;
}

export interface VelocityFigures {
  readonly sprintCount: number;
  /** One decimal, half up. */
  readonly meanPoints: number;
  readonly lowPoints: number;
  readonly highPoints: number;
}

const SPRINTS = 3;

/**
 * Velocity: points done per sprint, as mean and range over the last three closed ones (yesterday's weather: Beck and
 * Fowler, Planning Extreme Programming, 2000). Work that was not finished counts for nothing.
 *
 * @param closed oldest first
 * @returns null before there is one
 */
export function velocity(closed: readonly SprintResult[]): VelocityFigures | null {
  const last = closed.slice(-SPRINTS).map(({ donePoints }) => donePoints);
  if (last.length === 0) return null;
  const total = last.reduce((sum, points) => sum + points, 0);
  return {
    sprintCount: last.length,
    meanPoints: Math.round((total * 10) / last.length) / 10,
    lowPoints: Math.min(...last),
    highPoints: Math.max(...last),
  };
}
