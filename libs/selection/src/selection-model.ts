import type { Candidate, Selection, SelectionProblem, SelectionRule } from './selection-problem.js';

/** A row of the program: lower ≤ Σ coefficient × variable ≤ upper. */
export interface ModelRow {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/**
 * The 0-1 program: one variable for each option of each candidate, which is 1 when the candidate is done that way. Money and
 * hours are exact below 2^53; the solver gets them scaled, and what it finds is checked again in whole numbers.
 */
export interface SelectionModel {
  readonly columns: readonly { readonly candidateId: string; readonly option: number }[];
  /** To be maximised. */
  readonly objective: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly ModelRow[];
  /** The rows of money and roles, in the order of `limits`. */
  readonly limits: readonly Limit[];
  /** Objective units for one unit of value. */
  readonly valueScale: number;
}

/** A limited resource in a period; `row` has none when nothing uses it. */
export interface Limit {
  /** `budget`, or the name of a role. */
  readonly resource: string;
  readonly isBudget: boolean;
  readonly period: number;
  readonly row: number;
  /** Row units for one unit of the resource. */
  readonly scale: number;
}

export function selectionModel(problem: SelectionProblem): SelectionModel {
  const columns = problem.candidates.flatMap(({ candidateId, options }) =>
    options.map((_, option) => ({ candidateId, option })),
  );
  const places = placesOf(problem.candidates);
  const values = problem.candidates.flatMap(({ options }) => options.map(({ value }) => Number(value)));
  const valueScale = scaleOf(values);
  const rows: ModelRow[] = [];
  for (const { candidateId, fixed } of problem.candidates) {
    const own = places.get(candidateId) as Places;
    rows.push(
      row(
        own.columns.map((column) => [column, 1]),
        fixed === 'in' ? 1 : 0,
        fixed === 'out' ? 0 : 1,
      ),
    );
  }
  const limits = limitRows(problem, places, rows);
  for (const rule of problem.rules) rows.push(...ruleRows(rule, places));
  return {
    columns,
    objective: Float64Array.from(values, (value) => value * valueScale),
    upper: new Float64Array(columns.length).fill(1),
    rows,
    limits,
    valueScale,
  };
}

/** No selection of the same candidates again: Σ of those in − Σ of those out ≤ number in − 1. */
export function otherThan(model: SelectionModel, selection: Selection): ModelRow {
  const entries = model.columns.map(({ candidateId }, column): [number, number] => [
    column,
    selection.has(candidateId) ? 1 : -1,
  ]);
  return row(entries, -Infinity, selection.size - 1);
}

/** The selection that a solution stands for. */
export function selectionOf(model: SelectionModel, solution: ArrayLike<number>): Selection {
  const chosen = model.columns.flatMap(({ candidateId, option }, column) =>
    (solution[column] ?? 0) > 0.5 ? [[candidateId, option] as const] : [],
  );
  return new Map(chosen);
}

/** The solution that stands for a selection. */
export function startOf({ columns }: SelectionModel, selection: Selection): Float64Array {
  return Float64Array.from(columns, ({ candidateId, option }) =>
    selection.get(candidateId) === option ? 1 : 0,
  );
}

interface Places {
  readonly candidate: Candidate;
  readonly columns: readonly number[];
}

function placesOf(candidates: readonly Candidate[]): ReadonlyMap<string, Places> {
  let next = 0;
  return new Map(
    candidates.map((candidate) => {
      const columns = candidate.options.map(() => next++);
      return [candidate.candidateId, { candidate, columns }];
    }),
  );
}

/** One row for each resource and period; numbers far from 1 make a solver inexact, so each is scaled. */
function limitRows(
  problem: SelectionProblem,
  places: ReadonlyMap<string, Places>,
  rows: ModelRow[],
): readonly Limit[] {
  const resources = [
    { resource: 'budget', isBudget: true, amounts: problem.budget, of: ({ costs }: Candidate) => costs },
    ...[...problem.capacity].map(([role, amounts]) => ({
      resource: role,
      isBudget: false,
      amounts,
      of: ({ demand }: Candidate) => demand.get(role) ?? [],
    })),
  ];
  return resources.flatMap(({ resource, isBudget, amounts, of }) =>
    amounts.map((amount, period) => {
      const entries: [number, number][] = [];
      for (const { candidate, columns } of places.values()) {
        const profile = of(candidate);
        candidate.options.forEach(({ start }, option) => {
          const use = profile[period - start] ?? 0n;
          if (use > 0n) entries.push([columns[option] as number, Number(use)]);
        });
      }
      const scale = scaleOf(entries.map(([, use]) => use));
      rows.push(
        row(
          entries.map(([column, use]) => [column, use * scale]),
          -Infinity,
          Number(amount) * scale,
        ),
      );
      return { resource, isBudget, period, row: rows.length - 1, scale };
    }),
  );
}

function ruleRows(rule: SelectionRule, places: ReadonlyMap<string, Places>): readonly ModelRow[] {
  const all = (id: string, sign = 1): [number, number][] =>
    (places.get(id)?.columns ?? []).map((column) => [column, sign]);
  switch (rule.kind) {
    case 'needs':
      if (rule.finishesFirst !== true)
        return [row([...all(rule.candidateId), ...all(rule.needs, -1)], -Infinity, 0)];
      return finishRows(places.get(rule.candidateId) as Places, places.get(rule.needs) as Places);
    case 'together-need': {
      const together = [...new Set(rule.all)];
      return [
        row([...together.flatMap((id) => all(id)), ...all(rule.needs, -1)], -Infinity, together.length - 1),
      ];
    }
    case 'excludes':
      return [row([...all(rule.either), ...all(rule.or)], -Infinity, 1)];
    case 'at-most':
      return [
        row(
          [...new Set(rule.of)].flatMap((id) => all(id)),
          -Infinity,
          rule.count,
        ),
      ];
    case 'at-least':
      return [
        row(
          [...new Set(rule.of)].flatMap((id) => all(id)),
          rule.count,
          Infinity,
        ),
      ];
  }
}

/**
 * Started by t only if what is needed has finished by then: one row for each start, summed over the starts up to it,
 * which is tighter than one row for each pair.
 */
function finishRows(later: Places, earlier: Places): readonly ModelRow[] {
  const duration = earlier.candidate.costs.length;
  return later.candidate.options.map(({ start }) => {
    const started = later.candidate.options.flatMap((option, index): [number, number][] =>
      option.start <= start ? [[later.columns[index] as number, 1]] : [],
    );
    const finished = earlier.candidate.options.flatMap((option, index): [number, number][] =>
      option.start + duration <= start ? [[earlier.columns[index] as number, -1]] : [],
    );
    return row([...started, ...finished], -Infinity, 0);
  });
}

/** Columns that come twice are added up: a solver takes each once. */
function row(entries: readonly (readonly [number, number])[], lower: number, upper: number): ModelRow {
  const sums = new Map<number, number>();
  for (const [column, coefficient] of entries) sums.set(column, (sums.get(column) ?? 0) + coefficient);
  const kept = [...sums].filter(([, coefficient]) => coefficient !== 0);
  return {
    columns: kept.map(([column]) => column),
    coefficients: kept.map(([, coefficient]) => coefficient),
    lower,
    upper,
  };
}

/** A power of ten that brings the largest number near a hundred. */
function scaleOf(numbers: readonly number[]): number {
  const largest = numbers.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return largest === 0 ? 1 : 10 ** (2 - Math.round(Math.log10(largest)));
}
