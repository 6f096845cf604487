import type { CandidateSensitivity, ScenarioChange, ScenarioFigures } from '@meridian/contracts-budgeting';
import { formatMoney, formatPercent } from '../money/format-money.js';
import { valueWords } from './value-words.js';

/** How good a scenario is known to be. */
export function proofWords({ proof, gapPercent }: Pick<ScenarioFigures, 'proof' | 'gapPercent'>): string {
  if (proof === 'optimal') return 'Proven: no selection is worth more';
  if (gapPercent === undefined) return 'The best that was found; how far from the best is not known';
  const gap = formatPercent(gapPercent, undefined, 1);
  return proof === 'within-gap'
    ? `Proven: at most ${gap} may be missing to the best`
    : `Time was over: up to ${gap} may be missing to the best`;
}

/** The best of all other selections, as what is exchanged. */
export function nextBestWords({ nextBest, value, currency, valuedBy }: ScenarioFigures): string {
  if (!nextBest) return 'was not asked for';
  if (nextBest.proof === 'impossible') return 'There is no other selection within limits and rules.';
  if (nextBest.proof === 'none-found') return 'None was found in time.';
  const less = (BigInt(value) - BigInt(nextBest.value)).toString();
  const exchange = [
    nextBest.left.length > 0 ? `without ${nextBest.left.join(', ')}` : '',
    nextBest.added.length > 0 ? `with ${nextBest.added.join(', ')}` : '',
  ].filter(Boolean);
  const words = valuedBy ? valueWords(less, { currency, valuedBy }) : formatMoney(less, currency);
  return `${words} less: ${exchange.join(', ') || 'other starts'}`;
}

/** How far value and cost of a candidate may change before others are chosen. */
export function sensitivityWords(
  { candidateId, valueLoss, valueGain, costRisePercent, costFallPercent, isProven }: CandidateSensitivity,
  { currency, valuedBy }: Pick<ScenarioFigures, 'currency' | 'valuedBy'>,
): string {
  const worth = (value: string): string =>
    valuedBy ? valueWords(value, { currency, valuedBy }) : formatMoney(value, currency);
  const sides = [
    valueLoss === undefined ? '' : `stays while it is worth less by under ${worth(valueLoss)}`,
    valueGain === undefined ? '' : `comes when it is worth more by over ${worth(valueGain)}`,
    costRisePercent === undefined ? '' : `fits at up to ${costRisePercent} % more cost`,
    costFallPercent === undefined ? '' : `others are chosen when it costs ${costFallPercent + 1} % less`,
  ].filter(Boolean);
  const words = sides.length === 0 ? 'no change of it alone was found to matter' : sides.join('; ');
  return `${candidateId}: ${words}${isProven ? '' : ' (not proven)'}`;
}

/** Where the values come from. */
export function measureWords({ valuedBy }: Pick<ScenarioFigures, 'valuedBy'>): string {
  if (!valuedBy) return 'what was typed in';
  return `scores of “${valuedBy.roundName}” by “${valuedBy.modelName}” version ${valuedBy.modelVersion}`;
}

const states: Readonly<Record<ScenarioFigures['state'], string>> = {
  approved: 'In force',
  computed: 'Computed',
  superseded: 'Superseded',
};

export function stateWords(state: ScenarioFigures['state']): string {
  return states[state];
}

/** What becomes of a project when the scenario is approved. */
export function changeWords({ change, startsIn, startedIn }: ScenarioChange): string {
  switch (change) {
    case 'begin':
      return `begins in ${startsIn ?? 'the first period'}`;
    case 'stop':
      return startedIn ? `is taken out; it was to start in ${startedIn}` : 'is taken out';
    case 'move':
      return `moves from ${startedIn ?? '?'} to ${startsIn ?? '?'}`;
    case 'keep':
      return `stays${startsIn ? ` in ${startsIn}` : ''}`;
  }
}
