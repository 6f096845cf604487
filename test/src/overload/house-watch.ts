import { setTimeout as pause } from 'node:timers/promises';
import type { StartedHouse } from '@meridian/local';
import { Client } from 'pg';
import { residentMb } from '../bench/measure/memory.js';

/** The worst of what was seen while a stretch was played. */
export interface Seen {
  /** Resident memory at its largest, MB, by service. */
  readonly residentMb: Readonly<Record<string, number>>;
  /** Largest value of each watched metric, by service and metric. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Events that waited for the relay, all services together. */
  readonly unpublished: number;
}

export interface HouseWatch {
  /** What was seen since the last time this was asked. */
  taken(): Seen;
  end(): Promise<void>;
}

const EVERY_MS = 250;
const WATCHED =
  /^(meridian_door_[a-z_]+|meridian_bus_requests_[a-z_]+|meridian_database_connections)\{(.*)\} ([0-9.e+]+)$/gm;

/** Looks at memory, queues and outboxes of the running house a few times a second. */
export async function watchHouse(house: StartedHouse): Promise<HouseWatch> {
  const clients = await Promise.all(Object.values(house.databaseUrls).map(connected));
  let worst = nothing();
  let isEnding = false;
  const round = async (): Promise<void> => {
    const [unpublished] = await Promise.all([
      waitingEvents(clients),
      ...[...house.services.values()].map(async ({ name, pid }) => {
        const megabytes = await residentMb(pid).catch(() => 0);
        worst.residentMb[name] = Math.max(worst.residentMb[name] ?? 0, megabytes);
        for (const [key, value] of await metricsOf(house.running.services[name]!.healthUrl))
          worst.metrics[`${name} ${key}`] = Math.max(worst.metrics[`${name} ${key}`] ?? 0, value);
      }),
    ]);
    worst.unpublished = Math.max(worst.unpublished, unpublished);
  };
  const watching = (async () => {
    while (!isEnding) {
      await round().catch(() => undefined); // a server that is too busy to say is asked again
      await pause(EVERY_MS);
    }
  })();
  return {
    taken() {
      const seen = worst;
      worst = nothing();
      return seen;
    },
    async end() {
      isEnding = true;
      await watching;
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

function nothing() {
  return { residentMb: {} as Record<string, number>, metrics: {} as Record<string, number>, unpublished: 0 };
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined); // a question that fails says so itself
  await client.connect();
  return client;
}

async function waitingEvents(clients: readonly Client[]): Promise<number> {
  const counts = await Promise.all(
    clients.map((client) => client.query<{ count: string }>('SELECT count(*) FROM bus.outbox_pending')),
  );
  return counts.reduce((sum, { rows }) => sum + Number(rows[0]?.count), 0);
}

async function metricsOf(healthUrl: string): Promise<readonly (readonly [string, number])[]> {
  const answer = await fetch(`${healthUrl}/metrics`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => undefined,
  );
  const text = (await answer?.text().catch(() => '')) ?? '';
  return [...text.matchAll(WATCHED)].map(([, name, labels, value]) => [
    `${name}${state(labels!)}`,
    Number(value),
  ]);
}

/** What tells two values of one metric apart, besides the service. */
function state(labels: string): string {
  const own = labels.split(',').filter((label) => !label.startsWith('service='));
  return own.length === 0 ? '' : `{${own.join(',')}}`;
}
