import { setTimeout as pass } from 'node:timers/promises';
import { eventually } from '@meridian/testing';
import { Client } from 'pg';
import type { Chance } from '../chance.js';
import type { FakeClocks, WrongTime } from '../clocks/fake-clocks.js';
import { databaseOf } from './database.js';
import type { Scene, Strike } from './scene.js';

/** The clock of PostgreSQL and of all its sessions. */
export const DATABASE_CLOCK = 'database';

const DAY_S = 86_400;
const MIDNIGHT_S = 300;
/** A drift begins anew with every restart of PostgreSQL, and several may follow each other. */
const SEEN_MS = 120_000;
const NOTICED_S = 2;
const SEVERAL = 2;

/** How much too fast or too slow. PostgreSQL measures its timeouts by its clock, so there it stays near what a machine does. */
const SERVICE_SPEEDS = [0.1, 0.5, 3, 10];
const DATABASE_SPEEDS = [0.5, 0.8, 1.25, 2];

/** The clock of one service jumps or runs too fast or too slowly. Proof: the date in its own answers. */
export function turnServiceClock(strike: Strike): Promise<string> {
  const { scene, step } = strike;
  return turned(strike, step.service, SERVICE_SPEEDS, () => serviceOffsetS(scene, step.service));
}

/** The same for PostgreSQL. Proof: its `clock_timestamp()`. */
export function turnDatabaseClock(strike: Strike): Promise<string> {
  return turned(strike, DATABASE_CLOCK, DATABASE_SPEEDS, () => databaseOffsetS(strike.scene));
}

async function turned(
  strike: Strike,
  name: string,
  speeds: readonly number[],
  offsetS: () => Promise<number>,
): Promise<string> {
  const clocks = clocksOf(strike.scene);
  const time = wrongTime(strike.chance, speeds, new Date());
  try {
    await clocks.set(name, time);
    const seen = await eventually(
      async () => {
        const offset = await offsetS();
        const isThere = time.speed === 1 ? isAbout(offset, time.offsetS) : Math.abs(offset) > NOTICED_S;
        if (!isThere) throw new Error(`the clock is ${offset.toFixed(1)} s off, not ${time.offsetS} s`);
        return offset;
      },
      { timeoutMs: SEEN_MS, everyMs: 100 },
    );
    await pass(strike.step.holdMs * SEVERAL);
    return `${Math.round(seen)} s off${time.speed === 1 ? '' : ` and ${time.speed} times as fast`}`;
  } finally {
    await clocks.heal(name);
  }
}

/** From seconds to hours, forward or back, within the same day: what is due tomorrow is rightly another answer. */
function wrongTime(chance: Chance, speeds: readonly number[], now: Date): WrongTime {
  if (chance.next() < 1 / 4) return { offsetS: 0, speed: chance.pick(speeds) };
  const size = Math.round(5 * 10 ** (chance.next() * 3.3));
  const offsetS = chance.pick([size, -size]);
  const shownS = ((now.getTime() / 1_000) % DAY_S) + offsetS;
  const isToday = shownS > MIDNIGHT_S && shownS < DAY_S - MIDNIGHT_S;
  return { offsetS: isToday ? offsetS : -offsetS, speed: 1 };
}

/** Dates in answers have whole seconds. */
function isAbout(seenS: number, wantedS: number): boolean {
  return Math.abs(seenS - wantedS) < NOTICED_S;
}

async function serviceOffsetS({ house }: Scene, name: string): Promise<number> {
  const url = `${house.running.services[name]?.healthUrl}/healthz/live`;
  const { headers } = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  return (Date.parse(headers.get('date') ?? '') - Date.now()) / 1_000;
}

async function databaseOffsetS(scene: Scene): Promise<number> {
  const client = new Client({
    connectionString: databaseOf(scene).url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  });
  client.on('error', () => undefined); // the question that fails says so itself
  await client.connect();
  try {
    const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    return ((rows[0]?.now.getTime() ?? Number.NaN) - Date.now()) / 1_000;
  } finally {
    await client.end();
  }
}

function clocksOf({ clocks }: Scene): FakeClocks {
  if (clocks === undefined) throw new Error('There is no clock that could be turned.');
  return clocks;
}
