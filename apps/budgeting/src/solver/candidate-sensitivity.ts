import { Refusal } from '@meridian/refusal';
import type { Candidate, Selection, SelectionProblem } from '@meridian/selection';
import type { PortfolioSelection } from '@meridian/selection/threads';

/** How far value and cost of a candidate may change before others are chosen; a side that is absent alters nothing, or was not found. */
export interface Sensitivity {
  readonly candidateId: string;
  readonly valueLoss?: bigint;
  readonly valueGain?: bigint;
  readonly costRisePercent?: number;
  readonly costFallPercent?: number;
  readonly isProven: boolean;
}

export interface SensitivityAsked {
  readonly problem: SelectionProblem;
  readonly best: PortfolioSelection & { readonly selection: Selection };
  /** Selects anew; undefined when the time of the caller is over. */
  readonly select: (problem: SelectionProblem) => Promise<PortfolioSelection | undefined>;
}

const MOST_PERCENT = 1_000_000n;

/**
 * By selecting anew: every selection with a candidate gains or loses with its value, none without it does. So a chosen one
 * stays while it loses less than the best selection is above the best one without it, and another one comes when it gains
 * more than the best selection is above the best one with it. A selection fits while no budget is passed, so a cost that rises only
 * takes selections away, and one that falls only adds some: its threshold is found by halving, in whole per cent. What is worth
 * most to know comes first, for when time is short: the values of all, then the costs.
 *
 * @throws Refusal `budgeting/unknown-candidate`
 */
export async function sensitivitiesOf(
  candidateIds: readonly string[],
  asked: SensitivityAsked,
): Promise<readonly Sensitivity[]> {
  const candidates = candidateIds.map((candidateId) => candidateOf(candidateId, asked));
  const told: Sensitivity[] = [];
  for (const candidate of candidates) told.push(await byValue(candidate, asked));
  for (const [place, candidate] of candidates.entries()) {
    const known = told[place];
    if (!known || candidate.fixed !== undefined) continue;
    const { percent: costFallPercent, isProven } = await costFall(candidate, asked);
    const fallen = costFallPercent === undefined ? {} : { costFallPercent };
    told[place] = { ...known, ...fallen, isProven: known.isProven && isProven };
  }
  return told;
}

async function byValue(candidate: Candidate, asked: SensitivityAsked): Promise<Sensitivity> {
  const { problem, best, select } = asked;
  const { candidateId } = candidate;
  const isChosen = best.selection.has(candidateId);
  const costRisePercent = isChosen ? costRise(candidate, asked) : undefined;
  const rise = costRisePercent === undefined ? {} : { costRisePercent };
  const isBest = best.proof === 'optimal';
  if (candidate.fixed !== undefined) return { candidateId, ...rise, isProven: isBest };
  const other = await select(withCandidate(problem, { ...candidate, fixed: isChosen ? 'out' : 'in' }));
  const margin = other?.checked && atLeastNothing(valueOf(best) - other.checked.value);
  const value = margin === undefined ? {} : isChosen ? { valueLoss: margin } : { valueGain: margin };
  return { candidateId, ...value, ...rise, isProven: isBest && isSettled(other) };
}

/** By how much its cost may rise in every period, and the selection still fits: exact, nothing is selected anew. */
function costRise(candidate: Candidate, { problem, best }: SensitivityAsked): number | undefined {
  const option = candidate.options[best.selection.get(candidate.candidateId) ?? 0];
  const room = candidate.costs.flatMap((cost, place) => {
    const period = (option?.start ?? 0) + place;
    const limit = problem.budget[period];
    if (cost === 0n || limit === undefined) return [];
    return [((limit - (best.checked?.costs[period] ?? 0n)) * 100n) / cost];
  });
  if (room.length === 0) return undefined;
  const least = room.reduce((a, b) => (b < a ? b : a));
  return Number(least > MOST_PERCENT ? MOST_PERCENT : least);
}

/** The most whole per cent that its cost may fall by without a better selection. */
async function costFall(
  candidate: Candidate,
  { problem, best, select }: SensitivityAsked,
): Promise<{ readonly percent?: number; readonly isProven: boolean }> {
  const isChosen = best.selection.has(candidate.candidateId);
  let isProven = true;
  const isBetterAt = async (percent: number): Promise<boolean | undefined> => {
    const costs = candidate.costs.map((cost) => cost - (cost * BigInt(percent)) / 100n);
    const cheaper = { ...candidate, costs, ...(isChosen ? {} : { fixed: 'in' as const }) };
    const found = await select(withCandidate(problem, cheaper));
    if (found === undefined) return undefined;
    isProven &&= isSettled(found);
    return valueOf(found) > valueOf(best);
  };
  const atNothing = await isBetterAt(100);
  if (atNothing === undefined) return { isProven: false };
  if (!atNothing) return { isProven };
  let [stays, changes] = [0, 100];
  while (changes - stays > 1) {
    const middle = Math.floor((stays + changes) / 2);
    const isBetter = await isBetterAt(middle);
    if (isBetter === undefined) return { isProven: false };
    if (isBetter) changes = middle;
    else stays = middle;
  }
  return { percent: stays, isProven };
}

/** Whether it is proven to be the best, or that there is none. */
function isSettled(found: PortfolioSelection | undefined): boolean {
  return found?.proof === 'optimal' || found?.proof === 'impossible';
}

function valueOf({ checked }: PortfolioSelection): bigint {
  return checked?.value ?? 0n;
}

function atLeastNothing(margin: bigint): bigint {
  return margin < 0n ? 0n : margin;
}

function withCandidate(problem: SelectionProblem, changed: Candidate): SelectionProblem {
  const candidates = problem.candidates.map((one) =>
    one.candidateId === changed.candidateId ? changed : one,
  );
  return { ...problem, candidates };
}

function candidateOf(candidateId: string, { problem }: SensitivityAsked): Candidate {
  const candidate = problem.candidates.find((one) => one.candidateId === candidateId);
  if (candidate) return candidate;
  throw new Refusal(
    'budgeting/unknown-candidate',
    `How firm the choice of ${candidateId} is cannot be told: the scenario has no such candidate.`,
    { kind: 'not-found' },
  );
}
