export type ClosingOwner = 'budgeting' | 'resourcing' | 'quality' | 'governance';

export interface ClosingAsk {
  readonly owner: ClosingOwner;
  readonly what: string;
}

/** Who is asked what before a project is closed. The project itself looks after its tasks, its register and its lessons. */
export const CLOSING_ASKS: readonly ClosingAsk[] = [
  { owner: 'budgeting', what: 'Orders and receipts settled, money that is held given back' },
  { owner: 'resourcing', what: 'People released, their time approved' },
  { owner: 'quality', what: 'Milestones accepted, mandatory checks passed' },
  { owner: 'governance', what: 'Gates and decisions decided' },
];

/** Calendar days until everything should be settled: a rule of the house. */
const DAYS_TO_SETTLE = 30;

const DAY_MS = 86_400_000;

/** The day by which a closing that starts now should be over, `YYYY-MM-DD`. */
export function dueDay(startedAt: Date): string {
  return new Date(startedAt.getTime() + DAYS_TO_SETTLE * DAY_MS).toISOString().slice(0, 10);
}
