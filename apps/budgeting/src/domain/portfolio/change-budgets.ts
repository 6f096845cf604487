import { decimalText } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import type { Fund } from '../ledger/account.js';
import { decide } from '../ledger/decide.js';
import type { JournalEntry } from '../ledger/journal.js';
import { applyEntry, projectPosition } from '../ledger/ledger.js';
import type { Ledger } from '../ledger/ledger.js';

/** All lines or none; or those that can be posted, the others with the reason why not. */
export type PostingMode = 'all-or-nothing' | 'line-by-line';

/** The budget that a line of a change-set asks for, and the fund that its project stands under. */
export interface BudgetAsked {
  readonly candidateId: string;
  readonly name: string;
  readonly projectId: string;
  readonly fund: Fund;
  /** What the project is to have in all, its reserves left aside. */
  readonly newBudgetMinor: bigint;
}

/** What came of a line; without an entry where the project had that budget already. */
export interface BudgetSettled {
  readonly candidateId: string;
  readonly name: string;
  readonly outcome: 'posted' | 'refused';
  readonly settled: string;
  readonly posted?: {
    readonly entry: JournalEntry;
    readonly projectId: string;
    readonly amountMinor: bigint;
  };
}

interface Heading {
  readonly on: string;
  readonly decision: string;
  readonly by: string;
  readonly reference: string;
  readonly newId: () => string;
}

/**
 * Each project gets from its fund what it lacks of the budget asked for, or gives back what it has above it: one balanced
 * entry for each, decided on the ledger as the entries before have left it. Budgets that shrink come first, so that what
 * they give back is there for those that grow; within both, lines are taken by their candidate.
 */
export function changeBudgets(
  ledger: Ledger,
  asked: readonly BudgetAsked[],
  heading: Heading,
): { readonly settled: readonly BudgetSettled[]; readonly after: Ledger } {
  const grows = (line: BudgetAsked): number => (missingMinor(ledger, line) > 0n ? 1 : 0);
  const inOrder = [...asked].sort(
    (a, b) =>
      grows(a) - grows(b) || (a.candidateId < b.candidateId ? -1 : a.candidateId > b.candidateId ? 1 : 0),
  );
  let after = ledger;
  const settled = inOrder.map((line) => {
    const one = settle(after, line, heading);
    if (one.posted) after = applyEntry(after, one.posted.entry);
    return one;
  });
  return { settled, after };
}

/** @throws Refusal `budgeting/change-budgets-refused` with every line that could not be posted */
export function requireAllPosted(settled: readonly BudgetSettled[]): void {
  const refused = settled.filter(({ outcome }) => outcome === 'refused');
  if (refused.length === 0) return;
  const lines = refused.map(({ candidateId, name, settled: reason }) => ({ candidateId, name, reason }));
  throw new Refusal(
    'budgeting/change-budgets-refused',
    `All budgets were to be posted or none, and these cannot be: ${lines.map(({ name, reason }) => `${name}: ${reason}`).join(' ')} Nothing was posted; post line by line, or change what is asked for.`,
    { details: { lines } },
  );
}

function settle(ledger: Ledger, line: BudgetAsked, heading: Heading): BudgetSettled {
  const { candidateId, name, projectId, newBudgetMinor } = line;
  const told = { candidateId, name };
  const missing = missingMinor(ledger, line);
  const words = (amountMinor: bigint): string =>
    `${decimalText({ amountMinor, currency: ledger.currency })} ${ledger.currency}`;
  if (missing === 0n) {
    return { ...told, outcome: 'posted', settled: `It had ${words(newBudgetMinor)} already.` };
  }
  const amountMinor = missing > 0n ? missing : -missing;
  try {
    const entry = movement(ledger, line, { ...heading, amountMinor, grows: missing > 0n });
    const way = missing > 0n ? 'was allocated to it' : 'was given back';
    const sentence = `${words(amountMinor)} ${way}; it has ${words(newBudgetMinor)} in all.`;
    return { ...told, outcome: 'posted', settled: sentence, posted: { entry, projectId, amountMinor } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...told, outcome: 'refused', settled: reasonOf(error, words, amountMinor) };
  }
}

function movement(
  ledger: Ledger,
  line: BudgetAsked,
  { newId, amountMinor, grows, ...heading }: Heading & { amountMinor: bigint; grows: boolean },
): JournalEntry {
  const project = { kind: 'budget' as const, id: line.projectId };
  return decide(ledger, {
    kind: grows ? 'allocate' : 'release-budget',
    from: grows ? line.fund : project,
    to: grows ? project : line.fund,
    amountMinor,
    entryId: newId(),
    currency: ledger.currency,
    ...heading,
  }).entry;
}

/** What the ledger says, in the words of who decides: names instead of ids, amounts in units of the currency. */
function reasonOf(refusal: Refusal, words: (minor: bigint) => string, amountMinor: bigint): string {
  const { code, details = {} } = refusal;
  const balance = details['balanceMinor'];
  const held = typeof balance === 'string' ? words(BigInt(balance)) : undefined;
  if (code === 'budgeting/funding-short' && held !== undefined)
    return `The fund above it holds ${held}, and ${words(amountMinor)} more is needed.`;
  // By how much is not said: it would tell what the people of a small project cost.
  if (code === 'budgeting/transfer-exceeds-available')
    return `More of its budget is used or given on than would stay if ${words(amountMinor)} went.`;
  if (code === 'budgeting/budget-frozen') return 'Its budget is frozen.';
  return refusal.message;
}

function missingMinor(ledger: Ledger, { projectId, newBudgetMinor }: BudgetAsked): bigint {
  return newBudgetMinor - projectPosition(ledger, projectId).grantedMinor;
}
