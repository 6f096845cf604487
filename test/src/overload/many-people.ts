import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ManyPeople {
  /** Where the gateway finds this issuer's keys: its `OIDC_DISCOVERY_URL`. */
  readonly discoveryUrl: string;
  /** Access tokens of so many different people who run a portfolio, in the name of `issuer`. */
  tokens(issuer: string, count: number): readonly string[];
  end(): Promise<void>;
}

const TOKEN_SECONDS = 3_600;
const KEY_ID = 'crowd';

/**
 * An identity provider for a crowd: the development one knows eight people, and the gateway lets nobody have more than a few
 * requests open at once. It also passes on the keys of the house's own provider, so that its people can come in as well.
 */
export async function manyPeople(issuer: () => string): Promise<ManyPeople> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    void answer(request.url ?? '').then((body) => response.end(JSON.stringify(body)));
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', () => listens()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = async (path: string): Promise<object> => {
    if (path !== '/keys') return { issuer: issuer(), jwks_uri: `${url}/keys` };
    const found = await fetch(`${issuer()}/.well-known/openid-configuration`);
    const { jwks_uri } = (await found.json()) as { jwks_uri: string };
    const { keys } = (await (await fetch(jwks_uri)).json()) as { keys: object[] };
    return { keys: [...keys, own] };
  };
  return {
    discoveryUrl: `${url}/.well-known/openid-configuration`,
    tokens: (name, count) =>
      Array.from({ length: count }, (_, at) => {
        const parts = [{ alg: 'ES256', kid: KEY_ID, typ: 'JWT' }, claims(name, at)].map((part) =>
          Buffer.from(JSON.stringify(part)).toString('base64url'),
        );
        const text = parts.join('.');
        const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
        return `${text}.${signature.toString('base64url')}`;
      }),
    end: () =>
      new Promise((ended) => {
        server.close(() => ended());
        server.closeAllConnections();
      }),
  };
}

function claims(issuer: string, at: number): object {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: issuer,
    aud: 'meridian',
    sub: randomUUID(),
    iat: now,
    exp: now + TOKEN_SECONDS,
    name: `Person ${at + 1}`,
    roles: ['pmo-manager'],
  };
}
