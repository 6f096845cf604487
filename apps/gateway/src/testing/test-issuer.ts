import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose';

/** An issuer whose keys the test holds: it can sign anything, well or badly. */
export interface TestIssuer {
  readonly url: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  /** How often the keys were fetched. */
  keyRequests(): number;
  /** A token like the identity provider's; `claims` and `header` replace what they name, `undefined` removes it. */
  token(
    claims?: JWTPayload & { readonly roles?: unknown },
    header?: Partial<JWTHeaderParameters>,
  ): Promise<string>;
  /** A genuine signature over anything, however wrong header and payload are. */
  sign(header: unknown, payload: unknown): Promise<string>;
  stop(): Promise<void>;
}

export async function startTestIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  let keyRequests = 0;
  const server = createServer((request, response) => {
    const isKeys = request.url === '/jwks';
    if (isKeys) keyRequests += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? { keys: [publicJwk] } : { issuer: url, jwks_uri: `${url}/jwks` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    privateKey,
    publicJwk,
    keyRequests: () => keyRequests,
    token: (claims = {}, header = {}) => {
      const payload = { ...usualClaims(url), ...claims };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'ES256', kid: 'test', ...header })
        .sign(privateKey);
    },
    sign: async (header, payload) => {
      const input = [header, payload].map(base64url).join('.');
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      const signature = await crypto.subtle.sign(algorithm, privateKey, Buffer.from(input));
      return `${input}.${Buffer.from(signature).toString('base64url')}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const anna = '7e000000-0000-4000-8000-000000000001';

export function usualClaims(issuer: string): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: 'meridian',
    sub: anna,
    iat: now,
    exp: now + 900,
    name: 'Anna Meyer',
    email: 'anna.meyer@meridian.example',
    roles: ['pmo-manager'],
  };
}

function base64url(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}
