import { describe, expect, test } from '@jest/globals';
import { scrubKeys, scrubText } from './scrub.js';

const CANARY = 'canary-7f3a91';

describe('a log line', () => {
  test('shows no value whose key names a secret, at any depth', () => {
    const scrubbed = scrubKeys({
      user: 'ann',
      password: CANARY,
      request: { headers: { Authorization: CANARY, cookie: CANARY, accept: 'json' } },
      calls: [{ claims: { subject: CANARY }, accessToken: CANARY }],
    });
    expect(JSON.stringify(scrubbed)).not.toContain(CANARY);
    expect(scrubbed).toMatchObject({ user: 'ann', request: { headers: { accept: 'json' } } });
  });

  test('shows no password of an address and no token in a text', () => {
    const texts = [
      `cannot reach postgresql://budgeting:${CANARY}@db:5432/budgeting`,
      `header was Bearer ${CANARY}`,
      `token eyJhbGciOiJSUzI1NiJ9.${CANARY}.sig`,
      `GET /callback?code=${CANARY}&state=1`,
    ];
    for (const text of texts) expect(scrubText(text)).not.toContain(CANARY);
  });

  test('keeps addresses without a password, dates and an object that refers to itself', () => {
    expect(scrubText('nats://127.0.0.1:4222 at 10:30')).toBe('nats://127.0.0.1:4222 at 10:30');
    const at = new Date(0);
    expect(scrubKeys({ at })).toEqual({ at });
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(JSON.stringify(scrubKeys(circle))).toContain('[deeper]');
  });
});
