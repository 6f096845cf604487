import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { answering, Unavailable } from '@meridian/bus';
import type { Asking, StandaloneClient } from '@meridian/bus';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { IsString } from 'class-validator';
import { ReportProgress } from '../bus/trial-contracts.js';
import { CLAIMS, reportProgress, trialClient, trialService } from '../bus/trial-services.js';
import type { TrialService } from '../bus/trial-services.js';

class Told {
  @IsString() readonly name!: string;
}

class LongQuestion {
  static readonly subject = 'requests.projects.long-question.v1';
  static readonly kind = 'query';
  static readonly answer = Told;
  @IsString() readonly name!: string;
}

const PATIENCE_MS = 60_000;

let broker: TestBroker;
let projects: TrialService;
let client: StandaloneClient;
let begun: Asking[] = [];
let end: (() => void)[] = [];

/** Ends when the test says so. */
const tellWhenTold = answering(LongQuestion, async ({ name }, asking: Asking) => {
  begun.push(asking);
  await new Promise<void>((told) => end.push(told));
  return { name };
});

beforeAll(async () => {
  broker = await testBroker();
  client = await trialClient(broker);
  const settings = { requestConcurrency: 1 };
  projects = await trialService('projects', broker, [tellWhenTold, reportProgress], settings);
});

afterAll(async () => {
  await projects?.end();
  await client?.close();
  await broker?.stop();
});

beforeEach(() => {
  begun = [];
  end = [];
});

function ask(name: string, signal?: AbortSignal): Promise<Told> {
  return client.requests.send(LongQuestion, { name }, { claims: CLAIMS, signal, timeoutMs: PATIENCE_MS });
}

test('a question that waits for its turn is let go of when its caller hangs up, and is never begun', async () => {
  const first = ask('first');
  await eventually(() => expect(begun).toHaveLength(1));
  const caller = new AbortController();
  const second = ask('second', caller.signal);
  await eventually(() => expect(projects.bus.figures.requestsWaiting).toBe(1));
  caller.abort();
  await expect(second).rejects.toThrow(/taken back/);
  end[0]!();
  expect(await first).toEqual({ name: 'first' });
  const third = ask('third');
  await eventually(() => expect(begun).toHaveLength(2));
  end[1]!();
  expect(await third).toEqual({ name: 'third' });
});

test('a question that has begun learns that nobody waits for it', async () => {
  const caller = new AbortController();
  const answer = ask('begun', caller.signal);
  await eventually(() => expect(begun).toHaveLength(1));
  expect(begun[0]!.remainingMs()).toBeGreaterThan(0);
  caller.abort();
  await eventually(() => expect(begun[0]!.remainingMs()).toBe(0));
  end[0]!();
  expect(await answer).toEqual({ name: 'begun' });
});

test('a question of somebody who has gone already is not asked', async () => {
  await expect(ask('nobody', AbortSignal.abort())).rejects.toThrow(Unavailable);
  expect(begun).toHaveLength(0);
});

test('a command goes on and keeps its answer for who sends it again', async () => {
  const options = { claims: CLAIMS, idempotencyKey: randomUUID(), timeoutMs: PATIENCE_MS };
  const body = { projectId: 'kept', steps: 2 };
  const gone = { ...options, signal: AbortSignal.abort() };
  const first = await client.requests.send(ReportProgress, body, gone);
  expect(first.step).toBe(2);
  expect(await client.requests.send(ReportProgress, body, options)).toEqual(first);
});
