import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@meridian/testing';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';

const bridge = '22222222-2222-4222-8222-222222222222';
const tunnel = '33333333-3333-4333-8333-333333333333';

let issuer: TestIssuer;
let gateway: TestGateway;
let sequence = 0;
const streams: AbortController[] = [];

beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({ issuer: issuer.url, visible: new Set([tunnel]) });
});

afterEach(() => {
  for (const stream of streams.splice(0)) stream.abort();
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

function happen(projectId: string): string {
  sequence += 1;
  gateway.happen({ epoch: 'e1', sequence, event: 'project-status-changed', projectId, data: { projectId } });
  return `e1-${sequence}`;
}

interface Listening {
  readonly response: Response;
  text(): string;
  readonly done: Promise<void>;
}

interface Wish {
  readonly query?: string;
  readonly roles?: readonly string[];
  readonly lastEventId?: string;
  readonly livesSeconds?: number;
}

async function listen({
  query = '',
  roles = ['pmo-manager'],
  lastEventId,
  livesSeconds = 900,
}: Wish = {}): Promise<Listening> {
  const token = await issuer.token({ roles, exp: Math.floor(Date.now() / 1000) + livesSeconds });
  const stream = new AbortController();
  streams.push(stream);
  const response = await fetch(`${gateway.url}/v1/live${query}`, {
    headers: { authorization: `Bearer ${token}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    signal: stream.signal,
  });
  let text = '';
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      text += decoder.decode(chunk, { stream: true });
  };
  return { response, text: () => text, done: read().catch(() => undefined) };
}

describe('the live stream', () => {
  test('gives a place to come back to before anything has happened', async () => {
    const live = await listen();
    await eventually(() => expect(live.text()).toContain('event: ready\nid: e1-0\n'));
  });

  test('brings what happens, as server-sent events that nobody keeps', async () => {
    const live = await listen();
    expect(live.response.status).toBe(200);
    expect(live.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(live.response.headers.get('cache-control')).toBe('no-store');
    expect(live.response.headers.get('x-content-type-options')).toBe('nosniff');
    await eventually(() => expect(live.text()).toContain('event: ready'));
    const id = happen(bridge);
    await eventually(() =>
      expect(live.text()).toContain(
        `event: project-status-changed\nid: ${id}\ndata: {"projectId":"${bridge}"}`,
      ),
    );
  });

  test.each(['header', 'query'])('goes on where the client left off, given in the %s', async (where) => {
    const seen = happen(bridge);
    const missed = [happen(bridge), happen(tunnel)];
    const live = await listen(where === 'header' ? { lastEventId: seen } : { query: `?lastEventId=${seen}` });
    await eventually(() => expect(live.text()).toContain(`id: ${missed[1]}`));
    expect(live.text()).toContain(`id: ${missed[0]}`);
    expect(live.text()).not.toContain('reset');
  });

  test('tells a client that was away too long to read everything again', async () => {
    happen(bridge);
    const live = await listen({ lastEventId: 'before-17' });
    await eventually(() => expect(live.text()).toContain('event: reset'));
  });

  test('brings only the projects asked for', async () => {
    const live = await listen({ query: `?projects=${tunnel}` });
    await eventually(() => expect(live.text()).toContain('event: ready'));
    happen(bridge);
    const wanted = happen(tunnel);
    await eventually(() => expect(live.text()).toContain(`id: ${wanted}`));
    expect(live.text()).not.toContain(bridge);
  });

  test.each(['contractor', 'team-member', 'project-manager', 'quality-manager', 'resource-manager'])(
    'brings a %s only the projects they may see, whatever they ask for',
    async (role) => {
      const live = await listen({ query: `?projects=${tunnel},${bridge}`, roles: [role] });
      await eventually(() => expect(live.text()).toContain('event: ready'));
      happen(bridge);
      const allowed = happen(tunnel);
      await eventually(() => expect(live.text()).toContain(`id: ${allowed}`));
      expect(live.text()).not.toContain(bridge);
    },
  );

  test('ends when the token does', async () => {
    const live = await listen({ livesSeconds: 1 });
    await live.done;
    expect(live.text()).toContain('event: ready');
  });

  test('can be asked about with HEAD without being opened', async () => {
    const token = await issuer.token();
    const response = await fetch(`${gateway.url}/v1/live`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
  });

  test.each([
    '?projects=all',
    '?projects=',
    `?projects=${bridge};${tunnel}`,
    '?other=1',
    `?lastEventId=${'x'.repeat(81)}`,
  ])('%s is refused', async (query) => {
    expect((await listen({ query })).response.status).toBe(400);
  });

  test('is limited to ten for one person, and a place is free again when one ends', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, () => listen()));
    expect(ten.every((live) => live.response.status === 200)).toBe(true);
    const eleventh = await listen();
    expect(eleventh.response.status).toBe(429);
    streams[0]!.abort();
    await eventually(async () => expect((await listen()).response.status).toBe(200));
  });
});

test('the streams end when the process does', async () => {
  const other = await startTestGateway({ issuer: issuer.url });
  const token = await issuer.token();
  const response = await fetch(`${other.url}/v1/live`, { headers: { authorization: `Bearer ${token}` } });
  const text = response.text();
  await other.stop();
  expect(await text.catch(() => 'cut')).toContain('event: ready');
});
