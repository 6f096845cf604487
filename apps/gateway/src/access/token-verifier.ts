import { Unavailable } from '@meridian/bus';
import { errors, jwtVerify } from 'jose';
import { Problem } from '../http/problem.js';
import { identityOf } from './identity.js';
import type { Identity } from './identity.js';
import type { KeyResolver } from './issuer-keys.js';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Signature algorithms that are accepted; asymmetric ones only. */
  readonly algorithms?: readonly string[];
  /** However late `exp` is, a token older than this is refused. */
  readonly maxAgeSeconds?: number;
}

const TOLERANCE_SECONDS = 5;
const MAX_TOKEN_LENGTH = 8_192;
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** Checks access tokens: signature by the issuer's keys, pinned algorithms, issuer, audience, times, claims. */
export class TokenVerifier {
  constructor(
    private readonly rules: TokenRules,
    private readonly keys: KeyResolver,
  ) {}

  /**
   * @throws Problem 401 for every token that does not pass, always with the same words
   * @throws Unavailable when the issuer's keys cannot be fetched: the token may be good
   */
  async verify(token: string): Promise<Identity> {
    if (token.length > MAX_TOKEN_LENGTH || !COMPACT.test(token)) throw unauthenticated('invalid_token');
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.rules.issuer,
        audience: this.rules.audience,
        algorithms: [...(this.rules.algorithms ?? ['ES256', 'RS256'])],
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: this.rules.maxAgeSeconds ?? 3_600,
        clockTolerance: TOLERANCE_SECONDS,
      });
      const identity = identityOf(payload);
      if (identity) return identity;
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      if (isOutage(error)) {
        throw new Unavailable('Sign-in cannot be checked at the moment.', {
          retryAfterMs: 1_000,
          cause: error,
        });
      }
    }
    throw unauthenticated('invalid_token');
  }
}

/** The answer to everything that is not a valid access token. Says nothing about why. */
export function unauthenticated(error?: 'invalid_token'): Problem {
  const challenge = error ? `Bearer realm="meridian", error="${error}"` : 'Bearer realm="meridian"';
  return new Problem(401, 'gateway/not-signed-in', 'Sign in, and send the access token as a bearer token.', {
    headers: { 'www-authenticate': challenge },
  });
}

/** The keys could not be fetched, as opposed to: they were, and the token does not fit. */
function isOutage(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout) return true;
  if (error instanceof errors.JOSEError) return error.code === 'ERR_JOSE_GENERIC';
  return error instanceof Error && error.message === 'fetch failed';
}
