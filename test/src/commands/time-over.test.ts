import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Unavailable } from '@meridian/bus';
import { RequestDecision } from '@meridian/contracts-governance';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { eventually, person, ServiceUnderTest } from '@meridian/testing';
import { Client } from 'pg';

const START_MS = 60_000;
const BUDGET_MS = 1_000;
/** Longer than the command has time, shorter than a statement waits for a lock. */
const HELD = 'BEGIN; LOCK TABLE decision IN EXCLUSIVE MODE; SELECT pg_sleep(3); COMMIT';

const anna = person('pmo-manager');
const projectId = randomUUID();
let governance: ServiceUnderTest;

beforeAll(async () => {
  governance = await ServiceUnderTest.start('governance');
  await governance.hears(ProjectRecorded, {
    projectId,
    version: 1,
    code: 'LATE',
    name: 'Late',
    portfolio: 'Trial',
    stage: 'idea',
    phases: [],
    currency: 'EUR',
    isConfidential: false,
  });
}, START_MS);
afterAll(() => governance?.end(), START_MS);

/** Its answer would be believed for ever by whoever sends it again. */
test(
  'a command whose time ran out in the midst of its work keeps no answer without its effect',
  async () => {
    const [key, title] = [randomUUID(), 'More time'];
    const request = { projectId, title, kind: 'exception', dueOn: '2027-01-31' } as const;
    const shown = () => governance.rows('SELECT title FROM decision');
    const holder = new Client(governance.home.url);
    await holder.connect();
    const held = holder.query(HELD);
    try {
      await eventually(async () => {
        const locks = `SELECT 1 FROM pg_locks WHERE relation = 'decision'::regclass AND mode = 'ExclusiveLock'`;
        expect(await governance.rows(locks)).toHaveLength(1);
      });
      const late = governance.ask(anna, RequestDecision, request, { key, timeoutMs: BUDGET_MS });
      await expect(late).rejects.toBeInstanceOf(Unavailable);
    } finally {
      await held;
      await holder.end();
    }
    // The lock of its key ends with its transaction, a moment after the table is free.
    const { version } = await eventually(() => governance.ask(anna, RequestDecision, request, { key }));
    expect({ version, shown: await shown() }).toEqual({ version: 1, shown: [{ title }] });
  },
  START_MS,
);
