import type { ComputeScenario, ScenarioFigures } from '@meridian/contracts-budgeting';
import type { CandidateWish } from '../domain/portfolio/scenario-problem.js';
import type { MoreOf, SolvedScenario } from './scenario-solver.js';

/** What is kept of a computed scenario: all that does not change when it is approved. */
export type KeptScenario = Pick<
  ScenarioFigures,
  | 'currency'
  | 'periods'
  | 'proof'
  | 'value'
  | 'bound'
  | 'gapPercent'
  | 'costMinor'
  | 'choices'
  | 'limits'
  | 'nextBest'
  | 'worth'
  | 'sensitivity'
  | 'valuedBy'
>;

export function scenarioAnswer(request: ComputeScenario, solved: SolvedScenario): KeptScenario {
  const { currency, periods, candidates } = request;
  const { best, nextBest } = solved;
  const value = best.checked?.value ?? 0n;
  const choices = candidates.map((candidate) =>
    choiceOf(candidate, best.selection.get(candidate.candidateId)),
  );
  const done = (
    selection: ReadonlyMap<string, number> | undefined,
    other: ReadonlyMap<string, number> | undefined,
  ) => [...(selection?.keys() ?? [])].filter((id) => !other?.has(id));
  return {
    currency,
    periods,
    proof: best.proof as KeptScenario['proof'],
    value: String(value),
    ...(best.bound === undefined ? {} : { bound: best.bound }),
    ...(best.gap === undefined ? {} : { gapPercent: Number((best.gap * 100).toFixed(4)) }),
    costMinor: String(
      choices.reduce((sum, { isDone, costMinor }) => (isDone ? sum + BigInt(costMinor) : sum), 0n),
    ),
    choices,
    limits: limitsOf(request, solved),
    ...(nextBest && {
      nextBest: {
        proof: nextBest.proof,
        value: String(nextBest.checked?.value ?? 0n),
        added: done(nextBest.selection, best.selection),
        left: nextBest.selection ? done(best.selection, nextBest.selection) : [],
      },
    }),
    worth: solved.worth.map(({ asked, with: more }) => ({
      ...onWire(asked),
      adds: String((more.checked?.value ?? value) - value),
      proof: more.proof === 'impossible' ? ('none-found' as const) : more.proof,
    })),
    ...(solved.sensitivity.length > 0 && {
      sensitivity: solved.sensitivity.map(({ valueLoss, valueGain, ...one }) => ({
        ...one,
        ...(valueLoss === undefined ? {} : { valueLoss: String(valueLoss) }),
        ...(valueGain === undefined ? {} : { valueGain: String(valueGain) }),
      })),
    }),
  };
}

function choiceOf(
  { candidateId, name, projectId, starts, costsMinor }: CandidateWish,
  option: number | undefined,
) {
  const chosen = option === undefined ? undefined : starts[option];
  return {
    candidateId,
    name,
    ...(projectId === undefined ? {} : { projectId }),
    isDone: chosen !== undefined,
    ...(chosen && { start: chosen.start, value: chosen.value }),
    costMinor: String(costsMinor.reduce((sum, cost) => sum + BigInt(cost), 0n)),
  };
}

function limitsOf(
  { budgetMinor, capacity }: ComputeScenario,
  { best }: SolvedScenario,
): KeptScenario['limits'] {
  const available = new Map(capacity.map(({ role, hours }) => [role, hours]));
  return best.prices.map(({ resource, isBudget, period, perUnit }) => {
    const [there, used] = isBudget
      ? [budgetMinor, best.checked?.costs]
      : [available.get(resource), best.checked?.used.get(resource)];
    return {
      ...(isBudget ? {} : { role: resource }),
      period,
      available: there?.[period] ?? '0',
      used: String(used?.[period] ?? 0n),
      pricePerUnit: Number(perUnit.toPrecision(6)),
    };
  });
}

function onWire({ role, period, more }: MoreOf) {
  return { ...(role === undefined ? {} : { role }), period, more };
}
