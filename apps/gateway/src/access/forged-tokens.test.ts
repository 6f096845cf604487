import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rawRequest, statusOf } from '../testing/raw-request.js';
import { NotesController, noteId } from '../testing/test-routes.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer, usualClaims } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';

let issuer: TestIssuer;
let gateway: TestGateway;

beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({ issuer: issuer.url, controllers: [NotesController] });
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

const now = () => Math.floor(Date.now() / 1000);
const b64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A token of any header and payload with a signature computed over it. */
function made(header: unknown, payload: unknown, sign: (input: string) => string = () => ''): string {
  const input = `${b64(header)}.${b64(payload)}`;
  return `${input}.${sign(input)}`;
}

function withHmac(secret: string | Buffer): (input: string) => string {
  return (input) => createHmac('sha256', secret).update(input).digest('base64url');
}

function byStranger(input: string): string {
  const key = { key: stranger.privateKey, dsaEncoding: 'ieee-p1363' as const };
  return createSign('sha256').update(input).sign(key).toString('base64url');
}

const claims = () => usualClaims(issuer.url);
const good = () => issuer.token();
const strangerJwk = stranger.publicKey.export({ format: 'jwk' });

/** Every forgery we know of; each is a way that some verifier once took. */
const forgeries: Readonly<Record<string, () => string | Promise<string>>> = {
  'algorithm none': () => made({ alg: 'none', kid: 'test' }, claims()),
  'algorithm NoNe with a signature': () => made({ alg: 'NoNe', kid: 'test' }, claims(), () => 'AAAA'),
  'algorithm none and no last dot': () => `${b64({ alg: 'none' })}.${b64(claims())}`,
  'empty algorithm': () => made({ alg: '', kid: 'test' }, claims(), byStranger),
  'no algorithm': () => made({ kid: 'test' }, claims(), byStranger),
  'algorithm as an array': () => issuer.sign({ alg: ['ES256'], kid: 'test' }, claims()),
  'a good signature under another algorithm’s name': () =>
    issuer.sign({ alg: 'ES384', kid: 'test' }, claims()),
  'HS256 with the public key as the secret': () => {
    return made({ alg: 'HS256', kid: 'test' }, claims(), withHmac(JSON.stringify(issuer.publicJwk)));
  },
  'HS256 with the x coordinate as the secret': () => {
    return made(
      { alg: 'HS256', kid: 'test' },
      claims(),
      withHmac(Buffer.from(issuer.publicJwk.x!, 'base64url')),
    );
  },
  'HS256 with an empty secret': () => made({ alg: 'HS256', kid: 'test' }, claims(), withHmac('')),
  'a stranger’s key under our key id': () => made({ alg: 'ES256', kid: 'test' }, claims(), byStranger),
  'a stranger’s key without a key id': () => made({ alg: 'ES256' }, claims(), byStranger),
  'a stranger’s key in the jwk header': () => {
    return made({ alg: 'ES256', jwk: strangerJwk, kid: 'test' }, claims(), byStranger);
  },
  'a stranger’s key behind the jku header': () => {
    return made({ alg: 'ES256', jku: 'https://evil.example/jwks', kid: 'evil' }, claims(), byStranger);
  },
  'a stranger’s certificate in the x5u header': () => {
    return made({ alg: 'ES256', x5u: 'https://evil.example/x', kid: 'evil' }, claims(), byStranger);
  },
  'a key id that walks up the file system': () => {
    return made({ alg: 'HS256', kid: '../../../../dev/null' }, claims(), withHmac(''));
  },
  'a key id that asks a database': () => {
    return made({ alg: 'HS256', kid: "x' UNION SELECT 'a'--" }, claims(), withHmac('a'));
  },
  'a key id that is a prototype': () => made({ alg: 'ES256', kid: '__proto__' }, claims(), byStranger),
  'RS256 although the key is an elliptic curve': () => {
    const sign = (input: string) =>
      createSign('sha256').update(input).sign(rsa.privateKey).toString('base64url');
    return made({ alg: 'RS256', kid: 'test' }, claims(), sign);
  },
  'a signature of zeros': () =>
    made({ alg: 'ES256', kid: 'test' }, claims(), () => Buffer.alloc(64).toString('base64url')),
  'an empty signature': () => made({ alg: 'ES256', kid: 'test' }, claims()),
  'another payload under a good signature': async () => {
    const [header, , signature] = (await good()).split('.');
    return `${header}.${b64({ ...claims(), roles: ['pmo-manager', 'sponsor'] })}.${signature}`;
  },
  'a good signature with a bit changed': async () => {
    const token = await good();
    const at = token.length - 20;
    return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
  },
  'another issuer': () => issuer.token({ iss: 'https://evil.example' }),
  'the issuer with a slash at the end': () => issuer.token({ iss: `${issuer.url}/` }),
  'no issuer': () => issuer.token({ iss: undefined }),
  'another audience': () => issuer.token({ aud: 'payroll' }),
  'an array of other audiences': () => issuer.token({ aud: ['payroll', 'meridian-web'] }),
  'no audience': () => issuer.token({ aud: undefined }),
  'a token that has expired': () => issuer.token({ iat: now() - 900, exp: now() - 10 }),
  'no expiry': () => issuer.token({ exp: undefined }),
  'an expiry that is text': () => issuer.token({ exp: '9999999999' as unknown as number }),
  'not valid before tomorrow': () => issuer.token({ nbf: now() + 86_400 }),
  'issued tomorrow': () => issuer.token({ iat: now() + 86_400, exp: now() + 90_000 }),
  'issued a day ago and good for a year': () =>
    issuer.token({ iat: now() - 86_400, exp: now() + 31_536_000 }),
  'no issue time': () => issuer.token({ iat: undefined }),
  'no subject': () => issuer.token({ sub: undefined }),
  'an empty subject': () => issuer.token({ sub: '' }),
  'a subject with a line break': () => issuer.token({ sub: 'anna\nroot' }),
  'a subject that is an object': () => issuer.token({ sub: { $ne: '' } as unknown as string }),
  'roles that are text': () => issuer.token({ roles: 'pmo-manager' }),
  'roles that are an object': () => issuer.token({ roles: { 0: 'pmo-manager', length: 1 } }),
  'roles with an object in them': () => issuer.token({ roles: [{ name: 'pmo-manager' }] }),
  'a thousand roles': () => issuer.token({ roles: Array.from({ length: 1_000 }, (_, at) => `r${at}`) }),
  'a critical header nobody knows': () => {
    return issuer.sign({ alg: 'ES256', kid: 'test', crit: ['x-unknown'], 'x-unknown': 1 }, claims());
  },
  'an unencoded payload': () =>
    issuer.sign({ alg: 'ES256', kid: 'test', b64: false, crit: ['b64'] }, claims()),
  'an encrypted token': () => `${b64({ alg: 'dir', enc: 'A256GCM' })}..AAAA.AAAA.AAAA`,
  'a header that is no JSON': () => issuer.sign('not json', claims()),
  'a header given twice': () => made('{"alg":"ES256","alg":"none","kid":"test"}', claims()),
  'a payload that is an array': () => issuer.sign({ alg: 'ES256', kid: 'test' }, [claims()]),
  'a token with a space in it': async () => (await good()).replace('.', ' .'),
  'a token with an encoded line break': async () => `${await good()}%0a`,
  'two tokens with a comma': async () => `${await good()},${await good()}`,
  'padding at the end': async () => `${await good()}==`,
  'four parts': async () => `${await good()}.AAAA`,
  'a huge token': () => `${b64({ alg: 'ES256' })}.${'A'.repeat(9_000)}.AAAA`,
  'a token deep in brackets': () => issuer.sign({ alg: 'ES256', kid: 'test' }, '['.repeat(3_000)),
  'nothing at all': () => '',
  'three dots': () => '...',
};

test('the tokens these forgeries are made from are good', async () => {
  expect((await ask(await good())).status).toBe(200);
  expect((await ask(await issuer.sign({ alg: 'ES256', kid: 'test' }, claims()))).status).toBe(200);
  expect((await ask(await issuer.token({ aud: ['payroll', 'meridian'] }))).status).toBe(200);
});

describe('a forged token is refused with problem details:', () => {
  test.each(Object.keys(forgeries))('%s', async (name) => {
    const response = await ask(await forgeries[name]!());
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await response.json()).toMatchObject({ status: 401, code: 'gateway/not-signed-in' });
  });
});

test('a flood of unknown key ids fetches the keys at most twice', async () => {
  const before = issuer.keyRequests();
  await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      ask(made({ alg: 'ES256', kid: `unknown-${at}` }, claims(), byStranger)),
    ),
  );
  expect(issuer.keyRequests() - before).toBeLessThanOrEqual(2);
});

test('other schemes, and two Authorization headers, do not sign anybody in', async () => {
  const token = await good();
  for (const authorization of [
    `Basic ${token}`,
    `bearer${token}`,
    token,
    `Token ${token}`,
    `Bearer, ${token}`,
  ]) {
    expect((await ask('', { authorization })).status).toBe(401);
  }
  const twice = `GET /v1/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`;
  expect(statusOf(await rawRequest(gateway.port, twice))).toBe(401);
  const folded = `GET /v1/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token.slice(0, 40)}\r\n ${token.slice(40)}\r\nConnection: close\r\n\r\n`;
  expect([400, 401]).toContain(statusOf(await rawRequest(gateway.port, folded)));
});

test('there is a corpus of more than fifty forgeries', () => {
  expect(Object.keys(forgeries).length).toBeGreaterThanOrEqual(50);
});

function ask(
  token: string,
  headers: Record<string, string> = { authorization: `Bearer ${token}` },
): Promise<Response> {
  return fetch(`${gateway.url}/v1/notes/${noteId}`, { headers });
}
