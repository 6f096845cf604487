import type { BodyOf, RequestContract, Requests, SendOptions } from '@meridian/bus';

export interface Sent {
  readonly subject: string;
  readonly body: object;
  readonly options: SendOptions;
}

/** Stands where the bus client stands: keeps what was sent and answers as the test says. */
export class RecordedRequests implements Pick<Requests, 'send'> {
  readonly sent: Sent[] = [];
  private readonly answers = new Map<string, () => Promise<object>>();

  /** From now on this question is answered so; `undefined` answers with an empty object again. */
  answer(contract: { readonly subject: string }, how?: () => Promise<object>): void {
    if (how) this.answers.set(contract.subject, how);
    else this.answers.delete(contract.subject);
  }

  async send<Q extends object, A>(
    contract: RequestContract<Q, A>,
    body: BodyOf<Q>,
    options: SendOptions,
  ): Promise<A> {
    this.sent.push({ subject: contract.subject, body, options });
    const answer = this.answers.get(contract.subject);
    return (answer ? await answer() : {}) as A;
  }

  /** Takes what was sent since the last time. */
  take(): readonly Sent[] {
    return this.sent.splice(0);
  }
}
