import { Chance } from '../../faults/chance.js';
import type { Candidate, SelectionProblem, SelectionRule } from '@meridian/selection';

export interface PortfolioSize {
  readonly candidates: number;
  readonly starts: number;
  readonly seed: number;
}

const PERIODS = 12;
const ROLES = ['analyst', 'architect', 'developer', 'tester', 'engineer'];
/** Share of everything wished for that there is money and people for. */
const TIGHTNESS = 0.4;

/**
 * A portfolio made by chance, the same for the same seed: twelve periods with a budget and five roles each, starts to choose
 * from (worth less the later), one candidate in ten needing another finished first, one in twenty excluding another.
 */
export function candidatePortfolio({ candidates: count, starts, seed }: PortfolioSize): SelectionProblem {
  const chance = new Chance(seed);
  const candidates = Array.from({ length: count }, (_, index) => candidateOf(index, starts, chance));
  const rules: SelectionRule[] = [];
  for (let index = 1; index < count; index += 1) {
    const [id, other] = [`c${index}`, `c${chance.between(0, index - 1)}`];
    if (chance.between(0, 9) === 0)
      rules.push({ kind: 'needs', candidateId: id, needs: other, finishesFirst: true });
    else if (chance.between(0, 19) === 0) rules.push({ kind: 'excludes', either: id, or: other });
  }
  const share = (profile: (candidate: Candidate) => readonly bigint[]): readonly bigint[] => {
    const wished = candidates.flatMap(profile).reduce((all, one) => all + Number(one), 0);
    return Array.from({ length: PERIODS }, () => BigInt(Math.round((wished * TIGHTNESS) / PERIODS)));
  };
  return {
    periods: PERIODS,
    budget: share(({ costs }) => costs),
    capacity: new Map(ROLES.map((role) => [role, share(({ demand }) => demand.get(role) ?? [])])),
    candidates,
    rules,
  };
}

function candidateOf(index: number, starts: number, chance: Chance): Candidate {
  const duration = 2 + chance.between(0, 3);
  const level = <T>(amount: T): readonly T[] => Array.from({ length: duration }, () => amount);
  const costs = level(BigInt(1_000_000 * (5 + chance.between(0, 94))));
  const demand = new Map(
    ROLES.filter(() => chance.between(0, 4) < 2).map((role) => [
      role,
      level(BigInt(40 * (1 + chance.between(0, 19)))),
    ]),
  );
  const cost = costs.reduce((all, one) => all + one, 0n);
  const worth = Number(cost) * (0.6 + chance.between(0, 999) / 800);
  const latest = PERIODS - duration;
  const options = Array.from({ length: Math.min(starts, latest + 1) }, (_, at) => ({
    start: starts === 1 ? chance.between(0, latest) : Math.floor((at * latest) / Math.max(1, starts - 1)),
    value: BigInt(Math.round(worth * (1 - 0.04 * at))),
  }));
  return { candidateId: `c${index}`, options, costs, demand };
}
