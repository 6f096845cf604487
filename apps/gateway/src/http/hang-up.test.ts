import { randomUUID } from 'node:crypto';
import { Requests } from '@meridian/bus';
import { eventually } from '@meridian/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { Allow } from '../access/allow.js';
import { RecordedRequests } from '../testing/recorded-requests.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';
import { Caller, TheCaller } from './caller.js';

class Answer {
  readonly done!: boolean;
}

class LongQuestion {
  static readonly subject = 'requests.projects.long-question.v1';
  static readonly kind = 'query';
  static readonly answer = Answer;
}

class LongCommand {
  static readonly subject = 'requests.projects.long-command.v1';
  static readonly kind = 'command';
  static readonly answer = Answer;
}

@Controller('v1/long')
class LongController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Get()
  read(@TheCaller() caller: Caller): Promise<Answer> {
    return this.requests.send(LongQuestion, {}, caller);
  }

  @Allow('project:write')
  @Post()
  write(@TheCaller() caller: Caller): Promise<Answer> {
    return this.requests.send(LongCommand, {}, caller);
  }
}

const requests = new RecordedRequests();
let issuer: TestIssuer;
let gateway: TestGateway;
let open: (() => void)[] = [];

beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({ issuer: issuer.url, controllers: [LongController], requests });
  const whenTold = (): Promise<object> => new Promise((answer) => open.push(() => answer({ done: true })));
  for (const contract of [LongQuestion, LongCommand]) requests.answer(contract, whenTold);
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

beforeEach(() => {
  open = [];
  requests.take();
});

async function begin(method: 'GET' | 'POST'): Promise<{ answer: Promise<Response>; hangUp: () => void }> {
  const client = new AbortController();
  const headers = {
    authorization: `Bearer ${await issuer.token({ roles: ['pmo-manager'] })}`,
    'idempotency-key': randomUUID(),
  };
  const answer = fetch(`${gateway.url}/v1/long`, { method, headers, signal: client.signal });
  answer.catch(() => undefined); // who hung up wants to hear nothing
  await eventually(() => expect(open).toHaveLength(1));
  return { answer, hangUp: () => client.abort() };
}

const nobodyIsInside = (): Promise<void> =>
  eventually(() => expect(gateway.admission.figures('ordinary').running).toBe(0));

test('a client that hangs up takes its question back', async () => {
  const { hangUp } = await begin('GET');
  const { signal } = requests.take()[0]!.options;
  expect(signal?.aborted).toBe(false);
  hangUp();
  await eventually(() => expect(signal?.aborted).toBe(true));
  expect(gateway.admission.figures('ordinary').running).toBe(1); // until the service has let go of it
  open[0]!();
  await nobodyIsInside();
});

test('who hears the answer has taken nothing back', async () => {
  const { answer } = await begin('GET');
  const { signal } = requests.take()[0]!.options;
  open[0]!();
  expect(await (await answer).json()).toEqual({ done: true });
  await nobodyIsInside();
  expect(signal?.aborted).toBe(false);
});

test('a command goes on when its client hangs up', async () => {
  const { hangUp } = await begin('POST');
  const { signal } = requests.take()[0]!.options;
  expect(signal).toBeUndefined();
  hangUp();
  open[0]!();
  await nobodyIsInside();
});
