import { DECIDED_BY } from '../client-load.js';
import type { CommandLog, Invocation, Outcome } from '../command-log.js';
import type { Deviation } from '../deviation.js';
import { eventsOfCommand } from './event-trace.js';
import type { EventTrace } from './event-trace.js';
import type { Records } from './records.js';
import { takersOf } from './taken-trace.js';
import type { TakenTrace } from './taken-trace.js';

/** What a client was told about one command, and what the service that decided it keeps. */
export interface CommandTrace {
  readonly kind: string;
  readonly key: string;
  readonly body: object;
  readonly begunAt: string;
  readonly attempts: readonly Outcome[];
  readonly told: unknown;
  /** What was stored under its key; null when nothing was. */
  readonly stored: { readonly at: string; readonly answer: string } | null;
  readonly events: readonly (EventTrace & { readonly takers: readonly TakenTrace[] })[];
}

const MOST = 5;
const ANSWERS = 'SELECT key, at::text AS at, answer FROM bus.command_answer WHERE key = ANY($1)';

/** The commands that a difference names, and acknowledged ones of which nothing is stored. The latest first, only a few. */
export async function commandTraces(
  records: Records,
  log: CommandLog,
  left: readonly Deviation[],
): Promise<readonly CommandTrace[]> {
  const names = left.flatMap((one) => one.names ?? []);
  const done = Object.keys(DECIDED_BY).flatMap((kind) => log.done(kind));
  const named = done.filter(({ body }) => names.some((name) => isNamed(body, name)));
  const chosen = [...named.slice(-MOST), ...(await withoutAnswer(records, done)).slice(-MOST)];
  const traces: CommandTrace[] = [];
  for (const one of new Set(chosen)) traces.push(await traceOf(records, one));
  return traces;
}

/** A document stands with its verdict behind its name. */
function isNamed(body: object, name: string): boolean {
  return Object.values(body).some((value) => name === value || name.startsWith(`${String(value)} `));
}

async function withoutAnswer(records: Records, done: readonly Invocation[]): Promise<readonly Invocation[]> {
  const stored = new Set<string>();
  for (const service of records.services) {
    const keys = done.filter(({ kind }) => DECIDED_BY[kind] === service).map(({ key }) => key);
    for (const { key } of await records.ask<{ key: string }>(service, ANSWERS, [keys])) stored.add(key);
  }
  return done.filter(({ key }) => !stored.has(key));
}

async function traceOf(records: Records, invocation: Invocation): Promise<CommandTrace> {
  const { kind, key, body, attempts, answer, startedMs } = invocation;
  const owner = DECIDED_BY[kind] ?? '';
  const [stored] = await records.ask<{ at: string; answer: string }>(owner, ANSWERS, [[key]]);
  const events: (EventTrace & { readonly takers: readonly TakenTrace[] })[] = [];
  for (const event of await eventsOfCommand(records, owner, key)) {
    events.push({ ...event, takers: await takersOf(records, owner, event.aggregateId) });
  }
  return {
    kind,
    key,
    body,
    begunAt: new Date(performance.timeOrigin + startedMs).toISOString(),
    attempts,
    told: answer,
    stored: stored === undefined ? null : { at: stored.at, answer: stored.answer },
    events,
  };
}
