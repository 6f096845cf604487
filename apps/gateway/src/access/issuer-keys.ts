import { Unavailable } from '@meridian/bus';
import { createRemoteJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';

export type KeyResolver = JWTVerifyGetKey;

export interface IssuerKeysOptions {
  /** Where the discovery document is; default: `.well-known/openid-configuration` below the issuer. */
  readonly discoveryUrl?: string;
  /** How long one discovery or key request may take. */
  readonly timeoutMs?: number;
  /** At most one discovery attempt in this time while the issuer is down. */
  readonly retryMs?: number;
  /** At most one refresh of the keys in this time, however many unknown key ids arrive. */
  readonly refreshMs?: number;
}

const CACHE_MS = 10 * 60_000;

/**
 * The issuer's signing keys, found by OpenID discovery on first use and kept. The gateway starts without the issuer;
 * until it answers, requests that need a key are told to come back.
 */
export function issuerKeys(issuer: string, options: IssuerKeysOptions = {}): KeyResolver {
  const { timeoutMs = 3_000, retryMs = 1_000, refreshMs = 5_000 } = options;
  const discoveryUrl =
    options.discoveryUrl ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  let found: Promise<KeyResolver> | undefined;
  let failedAt = -Infinity;

  const discover = async (): Promise<KeyResolver> => {
    try {
      const url = await jwksUri(issuer, discoveryUrl, timeoutMs);
      return createRemoteJWKSet(url, {
        timeoutDuration: timeoutMs,
        cooldownDuration: refreshMs,
        cacheMaxAge: CACHE_MS,
      });
    } catch (cause) {
      found = undefined;
      failedAt = performance.now();
      throw new Unavailable(
        'Sign-in cannot be checked at the moment: the identity provider does not answer.',
        {
          retryAfterMs: retryMs,
          cause,
        },
      );
    }
  };

  return async (header, token) => {
    if (!found && performance.now() - failedAt < retryMs) {
      throw new Unavailable(
        'Sign-in cannot be checked at the moment: the identity provider does not answer.',
        {
          retryAfterMs: retryMs,
        },
      );
    }
    const keys = await (found ??= discover());
    return keys(header, token);
  };
}

/** Wherever the document was found, it must be the issuer's own. */
async function jwksUri(issuer: string, discoveryUrl: string, timeoutMs: number): Promise<URL> {
  const response = await fetch(discoveryUrl, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok)
    throw new Error(`Discovery of ${issuer} answered ${response.status}; it must answer 200.`);
  const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (document.issuer !== issuer) {
    throw new Error(
      `Discovery of ${issuer} names the issuer ${String(document.issuer)}; it must name itself.`,
    );
  }
  return new URL(String(document.jwks_uri));
}
