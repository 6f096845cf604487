import { randomUUID } from 'node:crypto';
import { eventually } from '@meridian/testing';
import { Client } from 'pg';
import type { TrialHouse } from '../house/trial-house.js';
import type { CommandRoute, FreshCommand } from './command-route.js';

/** An answer of the gateway to one attempt. */
export interface Told {
  readonly status: number;
  readonly code: string | undefined;
  /** The bytes of the body. */
  readonly text: string;
}

export interface Sent {
  /** Null: none is sent. */
  readonly key: string | null;
  readonly body?: object;
  readonly ifMatch?: number;
}

/** What a command left behind in the database of the service that decided it. */
export interface Effect {
  /** Answers kept under its key: 1 when it was carried out. */
  readonly answers: number;
  /** Events it announced. */
  readonly events: number;
}

export const NO_EFFECT: Effect = { answers: 0, events: 0 };

const PATIENCE_MS = 60_000;
const EFFECT = `SELECT (SELECT count(*)::integer FROM bus.command_answer WHERE key = $1) AS answers,
                       (SELECT count(*)::integer FROM bus.outbox WHERE causation_id = $1) AS events`;
const RUNNING = `SELECT count(*)::integer AS count FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
const WAITING = `SELECT count(*)::integer AS count FROM pg_locks
                  WHERE NOT granted AND relation = 'bus.command_answer'::regclass`;

/** Sends commands one attempt at a time and looks up what they left behind. */
export class CommandSender {
  constructor(private readonly trial: TrialHouse) {}

  newKey(): string {
    return randomUUID();
  }

  async send(route: CommandRoute, command: FreshCommand, { key, body, ifMatch }: Sent): Promise<Told> {
    const { house } = this.trial;
    const version = ifMatch ?? (route.version === 'needed' ? command.version : undefined);
    const response = await fetch(new URL(command.path, house.url), {
      method: route.route.split(' ')[0] as string,
      headers: {
        Authorization: `Bearer ${await house.tokenOf(route.handle)}`,
        'Content-Type': 'application/json',
        ...(key === null ? {} : { 'Idempotency-Key': key }),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      body: JSON.stringify(body ?? command.body),
    });
    const text = await response.text();
    return { status: response.status, code: (JSON.parse(text) as { code?: string }).code, text };
  }

  /** Sends it until somebody says yes or no, as a careful client does. */
  async sendUntilTold(route: CommandRoute, command: FreshCommand, key: string): Promise<Told> {
    return eventually(
      async () => {
        const told = await this.send(route, command, { key });
        const mayComeRight = told.status >= 500 || told.status === 429 || told.code === 'bus/still-running';
        if (mayComeRight) throw new Error(`${route.route}: ${told.status} ${told.text}`);
        return told;
      },
      { timeoutMs: PATIENCE_MS, everyMs: 100 },
    );
  }

  async effectOf({ owner }: CommandRoute, key: string): Promise<Effect> {
    return this.#inDatabase(owner, async (client) => {
      const { rows } = await client.query<Effect>(EFFECT, [key]);
      return rows[0] ?? NO_EFFECT;
    });
  }

  /** While the work lasts, commands of these services run until they would store their answer, and no further. */
  async held<T>(owners: readonly string[], work: () => Promise<T>): Promise<T> {
    const [owner, ...others] = owners;
    if (owner === undefined) return work();
    return this.#inDatabase(owner, async (client) => {
      await client.query('BEGIN; LOCK TABLE bus.command_answer IN SHARE MODE');
      try {
        return await this.held(others, work);
      } finally {
        await client.query('COMMIT');
      }
    });
  }

  /** Waits until so many commands of a service run and are held. */
  async untilHeld(owner: string, count: number): Promise<void> {
    await eventually(async () => {
      const waiting = await this.waiting(owner);
      if (waiting < count) throw new Error(`${waiting} of ${count} commands of ${owner} are held`);
    });
  }

  /** Commands of a service that run and are held now. */
  waiting(owner: string): Promise<number> {
    return this.#inDatabase(owner, async (client) => {
      const { rows } = await client.query<{ count: number }>(WAITING);
      return rows[0]?.count ?? 0;
    });
  }

  /** Transactions of the service that are open now. */
  running(owner: string): Promise<number> {
    return this.#inDatabase(owner, async (client) => {
      const { rows } = await client.query<{ count: number }>(RUNNING);
      return rows[0]?.count ?? 0;
    });
  }

  async #inDatabase<T>(owner: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.trial.house.databaseUrls[owner] });
    client.on('error', () => undefined); // a question that fails says so itself
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
