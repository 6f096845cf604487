import type { RecordScoringModel, ScoringModelFigures } from '@meridian/contracts-budgeting';
import type { Read } from '../scenarios/rule-lines.js';

/** A criterion as it stands in the form: its weight in per cent, its rubric one score a line. */
export interface CriterionDraft {
  readonly code: string;
  readonly name: string;
  readonly percent: string;
  readonly direction: 'higher' | 'lower';
  readonly rubric: string;
}

export interface ModelDraft {
  readonly name: string;
  readonly lowest: string;
  readonly highest: string;
  readonly missing: RecordScoringModel['missing'];
  readonly disagreement: string;
  readonly criteria: readonly CriterionDraft[];
}

export const emptyCriterion: CriterionDraft = {
  code: '',
  name: '',
  percent: '',
  direction: 'higher',
  rubric: '1 not at all\n5 fully',
};

export function draftOfModel(model: ScoringModelFigures | undefined): ModelDraft {
  if (!model)
    return {
      name: '',
      lowest: '1',
      highest: '5',
      missing: 'incomplete',
      disagreement: '',
      criteria: [emptyCriterion],
    };
  const { name, lowest, highest, missing, disagreement = '', criteria } = model;
  return {
    name,
    lowest,
    highest,
    missing,
    disagreement,
    criteria: criteria.map(({ criterionId, weight, direction = 'higher', rubric, ...criterion }) => ({
      code: criterionId,
      name: criterion.name,
      percent: percentOf(weight),
      direction,
      rubric: rubric.map(({ score, meaning }) => `${score} ${meaning}`).join('\n'),
    })),
  };
}

/** The model as the service takes it, or the first thing in the form that cannot be read. */
export function modelOf(draft: ModelDraft): Read<Omit<RecordScoringModel, 'modelId'>> {
  const { name, lowest, highest, missing, disagreement } = draft;
  const criteria: RecordScoringModel['criteria'][number][] = [];
  for (const criterion of draft.criteria) {
    const read = criterionOf(criterion);
    if ('problem' in read) return read;
    criteria.push(read.value);
  }
  if (criteria.length === 0) return { problem: 'There is no criterion to score on. Add one.' };
  const spread = disagreement.trim() === '' ? {} : { disagreement: disagreement.trim() };
  return {
    value: {
      name: name.trim(),
      lowest: lowest.trim(),
      highest: highest.trim(),
      missing,
      ...spread,
      criteria,
    },
  };
}

function criterionOf({
  code,
  name,
  percent,
  direction,
  rubric,
}: CriterionDraft): Read<RecordScoringModel['criteria'][number]> {
  const problem = (what: string): { problem: string } => ({
    problem: `${name || code || 'A criterion'}: ${what}`,
  });
  if (!/^[\w-]{1,40}$/.test(code.trim()) || name.trim() === '')
    return problem('give it a name, and a code of letters, digits and dashes.');
  const weight = weightOf(percent);
  if (weight === undefined) return problem(`“${percent}” is no weight; write it in per cent, as 12.5.`);
  const levels = rubric
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^\s*(-?\d+(?:\.\d+)?)\s+(.+)$/.exec(line));
  if (levels.some((level) => level === null))
    return problem('each line of its rubric is a score and what it means, as “5 a goal of its own”.');
  return {
    value: {
      criterionId: code.trim(),
      name: name.trim(),
      weight,
      direction,
      rubric: levels.map((level) => ({ score: level?.[1] ?? '', meaning: (level?.[2] ?? '').trim() })),
    },
  };
}

/** `12.5` per cent as the share `0.125`, digit by digit: no share is rounded. */
export function weightOf(percent: string): string | undefined {
  const read = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent.trim());
  if (!read || Number(percent) > 100) return undefined;
  const [, whole = '', part = ''] = read;
  const digits = whole.padStart(3, '0');
  return `${Number(digits.slice(0, -2))}.${digits.slice(-2)}${part}`;
}

export function percentOf(weight: string): string {
  const [whole = '0', part = ''] = weight.split('.');
  const digits = `${whole}${part.padEnd(2, '0')}`;
  const places = Math.max(part.length, 2) - 2;
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return text.replace(/^0+(?=\d)/, '');
}
