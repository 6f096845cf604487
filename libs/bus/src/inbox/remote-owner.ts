import type { Requests } from '../requests/requests.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { HeadPage, Wanted } from '../protocol/anti-entropy.js';
import type { OwnerRecord } from './inbox-ports.js';
import { fetchEventsSubject, listHeadsSubject } from './owner-questions.js';

const TIMEOUT_MS = 5_000;

/** An owner's outbox, asked over the bus. */
export class RemoteOwner implements OwnerRecord {
  constructor(
    private readonly requests: Requests,
    private readonly service: string,
    private readonly owner: string,
  ) {}

  async fetchEvents(wanted: readonly Wanted[], limit: number): Promise<readonly SealedEvent[]> {
    const answer = await this.#ask(fetchEventsSubject(this.owner), { wanted, limit });
    return (answer as { events: SealedEvent[] }).events;
  }

  async listHeads(question: {
    after: string | null;
    since: string | null;
    limit: number;
  }): Promise<HeadPage> {
    return (await this.#ask(listHeadsSubject(this.owner), question)) as HeadPage;
  }

  #ask(subject: string, body: object): Promise<object> {
    const claims = { subject: `service:${this.service}`, name: this.service, roles: ['service'] };
    return this.requests.ask(subject, body, { claims, timeoutMs: TIMEOUT_MS });
  }
}
