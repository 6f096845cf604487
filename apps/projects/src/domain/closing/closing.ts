import type { ClosingOwner } from './closing-asks.js';

/** Something that keeps a project from being closed, as its owner names it. */
export interface OpenItem {
  readonly kind: string;
  readonly name: string;
  readonly itemId?: string;
  readonly detail?: string;
  readonly amountMinor?: string;
  readonly currency?: string;
}

/** What a service was asked and the last it said; `answeredAt` is null until it said something. */
export interface Answer {
  readonly owner: ClosingOwner;
  readonly answeredAt: Date | null;
  readonly openCount: number;
  readonly items: readonly OpenItem[];
}

export type AnswerState = 'missing' | 'clear' | 'open';

/** What a closing still waits for. */
export interface Gap {
  readonly owner: ClosingOwner;
  readonly state: 'missing' | 'open';
  readonly openCount: number;
  readonly items: readonly OpenItem[];
}

export function answerState({
  answeredAt,
  openCount,
}: Pick<Answer, 'answeredAt' | 'openCount'>): AnswerState {
  if (answeredAt === null) return 'missing';
  return openCount === 0 ? 'clear' : 'open';
}

export function gapsIn(answers: readonly Answer[]): readonly Gap[] {
  return answers.flatMap((answer) => {
    const state = answerState(answer);
    if (state === 'clear') return [];
    const { owner, openCount, items } = answer;
    return [{ owner, state, openCount, items }];
  });
}

const NAMED = 3;

/** "budgeting has 2 open (Order 17, Contingency)": who, how many, and the first by name. */
export function gapWords({ owner, state, openCount, items }: Gap): string {
  if (state === 'missing') return `${owner} has not answered`;
  const names = items.slice(0, NAMED).map(({ name }) => name);
  const more = openCount - names.length;
  const list = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  return `${owner} has ${openCount} open (${list})`;
}
