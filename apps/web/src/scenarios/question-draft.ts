import type { ComputeScenario, ScenarioCandidate } from '@meridian/contracts-budgeting';
import { toMinor, toTyped } from '../money/to-minor.js';
import { readRules, ruleLine } from './rule-lines.js';
import type { Read } from './rule-lines.js';

/** Of so many candidates it is asked how firm their choice is: each is selected anew several times. */
const MOST_SENSITIVE = 12;

/** A candidate as it stands in the form: lists of numbers with blanks between, period by period. */
export interface CandidateDraft {
  readonly code: string;
  readonly name: string;
  readonly projectId?: string | undefined;
  readonly fixed: '' | 'in' | 'out';
  /** What it is worth when it starts in each period; `-` where it may not. */
  readonly worth: string;
  readonly costs: string;
  /** Hours of each role, in the order of the limits. */
  readonly hours: readonly string[];
}

/** The question of a scenario as it stands in the form. */
export interface QuestionDraft {
  readonly name: string;
  readonly portfolio: string;
  readonly currency: string;
  /** The round of scoring that says what candidates are worth; the form says it when empty. */
  readonly scoringRoundId: string;
  readonly periods: readonly string[];
  readonly budget: string;
  readonly roles: readonly { readonly role: string; readonly hours: string }[];
  readonly candidates: readonly CandidateDraft[];
  readonly rules: string;
  /** What one would like to know the worth of more of. */
  readonly moreBudget: string;
  readonly moreHours: string;
  /** What goes on as it is gets the budget of the scenario too. */
  readonly givesKeptBudgets: boolean;
}

const none = '-';

export function draftOf(asked: ComputeScenario, name: string): QuestionDraft {
  const { portfolio, currency, periods, budgetMinor, capacity, candidates, rules, worth = [] } = asked;
  const roles = capacity.map(({ role, hours }) => ({ role, hours: hours.join(' ') }));
  const money = (minor: string): string => toTyped(minor, currency);
  const moreBudget = worth.find(({ role }) => role === undefined)?.more;
  return {
    name,
    portfolio,
    currency,
    scoringRoundId: asked.scoringRoundId ?? '',
    periods,
    budget: budgetMinor.map(money).join(' '),
    roles,
    candidates: candidates.map(({ candidateId, starts, costsMinor, needs = [], fixed, ...one }) => ({
      code: candidateId,
      name: one.name,
      projectId: one.projectId,
      fixed: fixed ?? '',
      worth: periods
        .map((_, period) => starts.find(({ start }) => start === period)?.value)
        .map((value) => (value === undefined ? none : money(value)))
        .join(' '),
      costs: costsMinor.map(money).join(' '),
      hours: roles.map(({ role }) => needs.find((need) => need.role === role)?.hours.join(' ') ?? ''),
    })),
    rules: rules.map(ruleLine).join('\n'),
    moreBudget: moreBudget === undefined ? '' : money(moreBudget),
    moreHours: worth.find(({ role }) => role !== undefined)?.more ?? '',
    givesKeptBudgets: asked.givesKeptBudgets ?? false,
  };
}

const mostWorthQuestions = 5;

/** The question as the service takes it, without its id; or the first thing in the form that cannot be read. */
export function questionOf(draft: QuestionDraft): Read<Omit<ComputeScenario, 'scenarioId'>> {
  const { currency, periods } = draft;
  const budgetMinor = amounts(draft.budget, currency);
  if (budgetMinor?.length !== periods.length)
    return { problem: `The budget needs ${periods.length} amounts, one for each of ${periods.join(', ')}.` };
  const capacity: ComputeScenario['capacity'][number][] = [];
  for (const { role, hours } of draft.roles) {
    const read = wholeNumbers(hours);
    if (read?.length !== periods.length)
      return { problem: `${role} needs ${periods.length} whole numbers of hours, one for each period.` };
    capacity.push({ role, hours: read });
  }
  const candidates: ScenarioCandidate[] = [];
  for (const candidate of draft.candidates) {
    const read = candidateOf(candidate, draft);
    if ('problem' in read) return read;
    candidates.push(read.value);
  }
  if (candidates.length === 0) return { problem: 'There is no project to choose from. Add one.' };
  const rules = readRules(draft.rules, new Set(candidates.map(({ candidateId }) => candidateId)));
  if ('problem' in rules) return rules;
  const worth = worthOf(draft);
  if ('problem' in worth) return worth;
  const { name, portfolio, scoringRoundId, givesKeptBudgets } = draft;
  const scoring = scoringRoundId === '' ? {} : { scoringRoundId };
  const kept = givesKeptBudgets ? { givesKeptBudgets } : {};
  const whole = { name, portfolio, currency, periods, budgetMinor, capacity, candidates };
  const sensitivityOf = candidates.slice(0, MOST_SENSITIVE).map(({ candidateId }) => candidateId);
  const asked = { rules: rules.value, withNextBest: true, sensitivityOf, worth: worth.value };
  return { value: { ...whole, ...scoring, ...asked, ...kept } };
}

function candidateOf(
  draft: CandidateDraft,
  { currency, periods, roles }: QuestionDraft,
): Read<ScenarioCandidate> {
  const { code, name, projectId, fixed } = draft;
  const problem = (what: string): Read<ScenarioCandidate> => ({ problem: `${code || 'A project'}: ${what}` });
  if (code.trim() === '' || name.trim() === '') return problem('give it a code and a name.');
  const costsMinor = amounts(draft.costs, currency);
  if (!costsMinor?.length) return problem('its cost is an amount for each period that it lasts.');
  const values = listed(draft.worth).map((one) => (one === none ? none : toMinor(one, currency)));
  if (values.length === 0 || values.length > periods.length || values.includes(undefined))
    return problem(
      `its worth is an amount for each period in which it may start, “${none}” where it may not.`,
    );
  const starts = values.flatMap((value, start) =>
    value === undefined || value === none ? [] : [{ start, value }],
  );
  if (starts.length === 0) return problem('it may start in no period.');
  const needs: { role: string; hours: string[] }[] = [];
  for (const [place, { role }] of roles.entries()) {
    const hours = wholeNumbers(draft.hours[place] ?? '');
    if (!hours) return problem(`its hours of ${role} are whole numbers, one for each period that it lasts.`);
    if (hours.length > 0) needs.push({ role, hours });
  }
  const optional = { ...(projectId ? { projectId } : {}), ...(fixed === '' ? {} : { fixed }) };
  return { value: { candidateId: code.trim(), name: name.trim(), starts, costsMinor, needs, ...optional } };
}

/** More budget in each of the first periods, more hours of each role in the first: as many as the service answers. */
function worthOf({
  moreBudget,
  moreHours,
  currency,
  periods,
  roles,
}: QuestionDraft): Read<ComputeScenario['worth']> {
  const budget = moreBudget.trim() === '' ? '0' : toMinor(moreBudget, currency);
  if (budget === undefined || budget.startsWith('-'))
    return { problem: `“${moreBudget}” is no amount of more budget; write it as 250000.` };
  const hours = moreHours.trim() === '' ? '0' : moreHours.trim();
  if (!/^\d+$/.test(hours)) return { problem: `“${moreHours}” is no number of more hours; write it as 480.` };
  const ofRoles = hours === '0' ? [] : roles.map(({ role }) => ({ role, period: 0, more: hours }));
  const ofBudget = budget === '0' ? [] : periods.map((_, period) => ({ period, more: budget }));
  const shown = Math.max(mostWorthQuestions - ofRoles.length, Math.min(ofBudget.length, 1));
  return { value: [...ofBudget.slice(0, shown), ...ofRoles].slice(0, mostWorthQuestions) };
}

function amounts(text: string, currency: string): string[] | undefined {
  const read = listed(text).map((one) => toMinor(one, currency));
  return read.every((one): one is string => one !== undefined && !one.startsWith('-')) ? read : undefined;
}

function wholeNumbers(text: string): string[] | undefined {
  const read = listed(text);
  return read.every((one) => /^\d+$/.test(one)) ? read : undefined;
}

/** A block of cells pasted from a spreadsheet is a list as well. */
function listed(text: string): string[] {
  return text.split(/[\s;]+/).filter(Boolean);
}
