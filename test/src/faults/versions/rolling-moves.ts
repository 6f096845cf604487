import type { Chance } from '../chance.js';

export type Version = 'previous' | 'present';

/** One service is replaced by the same service of another version. */
export interface Move {
  readonly service: string;
  readonly to: Version;
}

const FEWEST_BACK = 2;
const MOST_BACK = 4;

/**
 * A deployment with second thoughts, one service at a time: whatever is behind goes forward, a few go back, half of those go
 * forward again. The others stay on the previous release until the next deployment, so that what happens in between happens to
 * a house of mixed versions.
 */
export function rollingMoves(
  behind: readonly string[],
  services: readonly string[],
  chance: Chance,
): readonly Move[] {
  const back = chance.shuffled(services).slice(0, chance.between(FEWEST_BACK, MOST_BACK));
  const again = chance.shuffled(back).slice(0, Math.floor(back.length / 2));
  return [
    ...chance.shuffled(behind).map((service) => ({ service, to: 'present' as const })),
    ...back.map((service) => ({ service, to: 'previous' as const })),
    ...again.map((service) => ({ service, to: 'present' as const })),
  ];
}
