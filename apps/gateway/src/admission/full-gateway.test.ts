import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { eventually } from '@meridian/testing';
import { Allow } from '../access/allow.js';
import { doorLimits } from '../http/door-limits.js';
import { clientOf } from '../testing/client.js';
import type { Client } from '../testing/client.js';
import { rawRequest, statusOf } from '../testing/raw-request.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';

let open: (() => void)[] = [];

/** Answers when the test says so. */
@Controller('v1/patient')
class PatientController {
  @Allow('project:read')
  @Get()
  wait(): Promise<object> {
    return new Promise((answer) => open.push(() => answer({ done: true })));
  }

  @Allow('project:write')
  @Post()
  write(): Promise<object> {
    return this.wait();
  }
}

const lane = {
  limit: { start: 2, least: 2, most: 2, goalMs: 250, windowMs: 200 },
  room: { capacity: 4, patienceMs: 5_000, standingPatienceMs: 5_000, standingAfterMs: 5_000 },
};
const IMPATIENT = {
  ...lane,
  room: { ...lane.room, patienceMs: 100, standingPatienceMs: 50, standingAfterMs: 100 },
};

let issuer: TestIssuer;
let gateway: TestGateway;
let ask: Client;
let asJon: Client;

async function start(ordinary: typeof lane): Promise<void> {
  const limits = { ...doorLimits, admission: { ordinary, files: lane } };
  gateway = await startTestGateway({ issuer: issuer.url, controllers: [PatientController], limits });
  ask = clientOf(gateway, issuer);
  asJon = clientAs('jon');
}

function clientAs(sub: string): Client {
  return clientOf(gateway, { ...issuer, token: (claims) => issuer.token({ ...claims, sub }) });
}

beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.stop());
beforeEach(() => {
  open = [];
});

const read = (client = ask): Promise<Response> => client('/v1/patient');
const running = (count: number): Promise<void> => eventually(() => expect(open).toHaveLength(count));
const waitingNow = (count: number): Promise<void> =>
  eventually(() => expect(gateway.admission.figures('ordinary').waiting).toBe(count));

/** Two requests inside, four waiting: there is no place left. */
async function fill(): Promise<readonly Promise<Response>[]> {
  const inside = [read(), read()];
  await running(2);
  const waiting = [read(), read(), read(), read(asJon)];
  await waitingNow(4);
  return [...inside, ...waiting];
}

async function answerAll(requests: readonly Promise<Response>[]): Promise<number[]> {
  const statuses: number[] = [];
  const answered = requests.map(async (request) => void statuses.push((await request).status));
  await eventually(() => {
    open.splice(0).forEach((answer) => answer());
    expect(statuses).toHaveLength(requests.length);
  });
  await Promise.all(answered);
  return statuses;
}

describe('a gateway that is full', () => {
  beforeAll(() => start(lane));
  afterAll(() => gateway.stop());

  test('answers 503 at once, says when to come back and what to do, and is well again when it has room', async () => {
    const filled = await fill();
    const refusal = await read(clientAs('mia'));
    expect(refusal.status).toBe(503);
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(refusal.headers.get('content-type')).toBe('application/problem+json');
    expect(refusal.headers.get('cache-control')).toBe('no-store');
    expect(refusal.headers.get('correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    const problem = (await refusal.json()) as { code: string; detail: string; instance: string };
    expect(problem).toMatchObject({ code: 'gateway/too-busy', status: 503, instance: '/v1/patient' });
    expect(problem.detail).toMatch(
      /Nothing was done; try again in \d s, a command with the same Idempotency-Key/,
    );
    expect(await answerAll(filled)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await answerAll([read()])).toEqual([200]);
  });

  test('tells him who fills it 429, and lets others wait', async () => {
    const token = await issuer.token({ roles: ['pmo-manager'] });
    const flood = (): Promise<Response> =>
      fetch(`${gateway.url}/v1/patient`, { headers: { authorization: `Bearer ${token}` } });
    const inside = [flood(), flood()];
    await running(2);
    const waiting = [flood(), flood(), flood(), flood()];
    await waitingNow(4);
    const refused = await flood();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'gateway/too-many-requests' });
    expect(refused.headers.has('retry-after')).toBe(true);
    const other = read(asJon);
    expect((await Promise.race(waiting)).status).toBe(429); // the oldest of the flood made room
    await answerAll([...inside, ...waiting, other]);
    expect((await other).status).toBe(200);
  });

  test('does not read the body of whom it turns away', async () => {
    const filled = await fill();
    const head = `POST /v1/patient HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x.y.z\r\nContent-Type: application/json\r\n`;
    const answer = await rawRequest(gateway.port, `${head}Content-Length: 900000\r\n\r\n{"ti`, 500);
    expect(statusOf(answer)).toBe(503);
    expect(answer.toLowerCase()).toContain('connection: close');
    await answerAll(filled);
  });

  test('still serves what costs nothing', async () => {
    const filled = await fill();
    expect((await fetch(`${gateway.url}/v1/sign-in-settings`)).status).toBe(200);
    expect((await fetch(`${gateway.url}/openapi.json`)).status).toBe(200);
    await answerAll(filled);
  });

  test('keeps a place taken until the work is done, even when the client hangs up', async () => {
    const abort = new AbortController();
    const token = await issuer.token({ roles: ['pmo-manager'] });
    const headers = { authorization: `Bearer ${token}` };
    const left = [1, 2].map(() =>
      fetch(`${gateway.url}/v1/patient`, { headers, signal: abort.signal }).catch(() => undefined),
    );
    await running(2);
    abort.abort();
    await Promise.all(left);
    const next = read();
    const isIn = eventually(() => expect(open).toHaveLength(3), { timeoutMs: 400 }).then(
      () => true,
      () => false,
    );
    expect(await isIn).toBe(false);
    expect(await answerAll([next])).toEqual([200]);
  });
});

describe('a gateway without patience', () => {
  beforeAll(() => start(IMPATIENT));
  afterAll(() => gateway.stop());

  test('turns away who has waited long enough', async () => {
    const inside = [read(), read()];
    await running(2);
    const waited = await read();
    expect(waited.status).toBe(503);
    expect(waited.headers.has('retry-after')).toBe(true);
    expect(waited.headers.has('content-security-policy')).toBe(true);
    expect(await answerAll(inside)).toEqual([200, 200]);
  });

  test('gives the place of someone whose body does not come to the next one', async () => {
    const token = await issuer.token({ roles: ['pmo-manager'] });
    const head = `POST /v1/patient HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
    for (const _ of [1, 2]) void rawRequest(gateway.port, `${head}Content-Length: 100\r\n\r\n{"ti`);
    await eventually(() => expect(gateway.admission.figures('ordinary').running).toBe(2));
    await eventually(async () => expect(await answerAll([read(asJon)])).toEqual([200]));
  });
});
