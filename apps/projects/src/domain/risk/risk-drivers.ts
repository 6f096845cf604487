import type { RiskAnswer, RiskInput } from '@meridian/network';
import type { SimulatedRisk } from './risk-events.js';

/** How a risk of the register shapes the finish. Shares are 0 to 1, minutes those of the plan. */
export interface RiskDriver {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  /** Share of the runs in which it happened. */
  readonly frequency: number;
  /** How much later the project finishes on average when it happens; null when it delays nothing, always or never happened. */
  readonly delayMinutes: number | null;
  /** By how much P80 is earlier without it; null when it was not looked at. */
  readonly p80SavedMinutes: number | null;
  /** That as a share of how much P80 is later than planned. */
  readonly p80Share: number | null;
}

const MOST_EXAMINED = 12;
/** Activities times runs: some twenty seconds of one processor, on which the deadline of a request waits. */
const MOST_EFFORT = 200_000_000;

/**
 * Which risks are simulated again without, those that on average delay or shorten most first. The number follows from the
 * size of the plan alone, so that the same plan and seed give the same answer on any machine.
 */
export function risksToExamine(answer: RiskAnswer, risks: readonly SimulatedRisk[]): string[] {
  const most = Math.min(MOST_EXAMINED, Math.floor(MOST_EFFORT / Math.max(1, answer.effort)));
  const delaying = new Set(risks.filter(({ hits }) => hits.length > 0).map(({ entryId }) => entryId));
  const order = new Map(risks.map(({ entryId, number }) => [entryId, number]));
  return answer
    .events()
    .filter(({ id }) => delaying.has(id))
    .map(({ id, frequency, delayMinutes }) => ({
      id,
      weight: Math.abs(frequency * (delayMinutes ?? Infinity)) || 0,
    }))
    .sort((a, b) => b.weight - a.weight || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .slice(0, most)
    .map(({ id }) => id);
}

/** The same plan and draws without one of its risks: what others draw does not depend on it. */
export function withoutRisk(input: RiskInput, entryId: string): RiskInput {
  return { ...input, events: (input.events ?? []).filter(({ id }) => id !== entryId) };
}

/**
 * Which risks drive P80: each is taken out once, the others stay, and the simulation is run again on the same draws; what
 * P80 gains is what the risk is responsible for (risk prioritization at P80, Hulett 2011; AACE RP 57R-09). Shares of risks
 * that hide behind each other are small, of risks that add to each other they may come to more than the whole.
 *
 * @param p80Without delay at P80 in minutes, by the risk that was taken out
 */
export function riskDrivers(
  answer: RiskAnswer,
  risks: readonly SimulatedRisk[],
  p80Without: ReadonlyMap<string, number>,
): RiskDriver[] {
  const p80 = answer.delayAt(80);
  const found = new Map(answer.events().map((event) => [event.id, event]));
  return risks
    .map(({ entryId, number, title, hits }) => {
      const { frequency = 0, delayMinutes = null } = found.get(entryId) ?? {};
      // Of a risk that delays nothing the difference would be chance.
      const delay = hits.length === 0 ? null : delayMinutes;
      const without = p80Without.get(entryId);
      const saved = without === undefined ? null : p80 - without;
      const share = saved === null ? null : p80 > 0 ? rounded(saved / p80) : 0;
      return {
        entryId,
        number,
        title,
        frequency: rounded(frequency),
        delayMinutes: delay === null ? null : Math.round(delay),
        p80SavedMinutes: saved,
        p80Share: share,
      };
    })
    .sort((a, b) => (b.p80SavedMinutes ?? -1) - (a.p80SavedMinutes ?? -1) || a.number - b.number);
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
