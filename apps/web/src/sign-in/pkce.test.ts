import { describe, expect, test } from '@jest/globals';
import { challengeOf, claimsOf, randomText } from './pkce.js';

describe('proof key for code exchange', () => {
  test('the challenge is that of RFC 7636, appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  test('verifiers differ and have the length the RFC recommends', () => {
    const texts = new Set(Array.from({ length: 50 }, () => randomText()));
    expect(texts.size).toBe(50);
    for (const text of texts) expect(text).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('claims keep letters of every script', () => {
    const payload = Buffer.from(JSON.stringify({ name: 'Zoë Łukasz 明' })).toString('base64url');
    expect(claimsOf(`h.${payload}.s`)).toEqual({ name: 'Zoë Łukasz 明' });
  });
});
