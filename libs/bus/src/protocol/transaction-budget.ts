/**
 * How long a transaction goes on taking events. It is counted from the first event that was taken: until then the transaction
 * may only have waited for rows that others hold, and one that gave up then would take a single event for every wait.
 */
export class TransactionBudget {
  #spentAt = Number.POSITIVE_INFINITY;

  constructor(private readonly budgetMs: number) {}

  /** `now` in milliseconds, from any clock that only goes forward. */
  taken(now: number): void {
    if (this.#spentAt === Number.POSITIVE_INFINITY) this.#spentAt = now + this.budgetMs;
  }

  isSpent(now: number): boolean {
    return now > this.#spentAt;
  }
}
