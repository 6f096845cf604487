import type { ScenarioFigures } from '@meridian/contracts-budgeting';

/** One project across scenarios: the period it starts in, null where it is left out, undefined where it was no candidate. */
export interface CandidateRow {
  readonly candidateId: string;
  readonly name: string;
  readonly startsIn: readonly (string | null | undefined)[];
  readonly differs: boolean;
}

export function candidateRows(scenarios: readonly ScenarioFigures[]): readonly CandidateRow[] {
  const names = new Map<string, string>();
  for (const { choices } of scenarios)
    for (const { candidateId, name } of choices) if (!names.has(candidateId)) names.set(candidateId, name);
  return [...names].map(([candidateId, name]) => {
    const startsIn = scenarios.map(({ choices, periods }) => {
      const choice = choices.find((one) => one.candidateId === candidateId);
      if (!choice) return undefined;
      return choice.isDone && choice.start !== undefined
        ? (periods[choice.start] ?? String(choice.start))
        : null;
    });
    return { candidateId, name, startsIn, differs: new Set(startsIn).size > 1 };
  });
}

/** A limit in one period across scenarios; undefined where a scenario does not have it. */
export interface LimitRow {
  /** Absent for the budget. */
  readonly role?: string | undefined;
  readonly period: string;
  readonly uses: readonly (LimitUse | undefined)[];
}

export interface LimitUse {
  readonly used: string;
  readonly available: string;
  readonly percent: number;
  readonly pricePerUnit: number;
}

/** Budget first, then role by role; periods in their order. */
export function limitRows(scenarios: readonly ScenarioFigures[]): readonly LimitRow[] {
  const keys = new Map<string, { readonly role?: string | undefined; readonly period: string }>();
  for (const { limits, periods } of scenarios)
    for (const { role, period } of limits) {
      const name = periods[period] ?? String(period);
      keys.set(`${role ?? ''} ${name}`, { role, period: name });
    }
  const rows = [...keys.values()].map(({ role, period }) => ({
    role,
    period,
    uses: scenarios.map((scenario) => useOf(scenario, role, period)),
  }));
  const order = [...new Set(rows.map(({ role }) => role ?? ''))].sort(
    (one, other) => rank(one) - rank(other),
  );
  return order.flatMap((role) => rows.filter((row) => (row.role ?? '') === role));
}

function useOf(
  { limits, periods }: ScenarioFigures,
  role: string | undefined,
  period: string,
): LimitUse | undefined {
  const limit = limits.find((one) => one.role === role && periods[one.period] === period);
  if (!limit) return undefined;
  const { used, available, pricePerUnit } = limit;
  const percent = Number(available) === 0 ? 0 : (Number(used) / Number(available)) * 100;
  return { used, available, percent, pricePerUnit };
}

function rank(role: string): number {
  return role === '' ? 0 : 1;
}
