import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startIdentityProvider } from './identity-provider.js';
import { people } from './people.js';
import { refresh, signIn, signInForTokens } from './sign-in.js';
const redirectUri = 'http://127.0.0.1:4999/signed-in';
let dataDir;
let provider;
beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'meridian-identity-'));
    provider = await startIdentityProvider({ port: 0, redirectUris: [redirectUri], dataDir });
});
afterAll(async () => {
    await provider.stop();
    await rm(dataDir, { recursive: true });
});
describe('signing in', () => {
    test.each(people.map((one) => [one.handle, one]))('%s gets an access token that says who they are', async (_, person) => {
        const token = await signIn({ issuer: provider.issuer, personId: person.personId });
        const { header, payload } = decode(token);
        expect(header).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
        expect(payload).toMatchObject({
            iss: provider.issuer,
            aud: 'meridian',
            sub: person.personId,
            name: person.name,
            email: person.email,
            roles: person.roles,
            employee_number: person.employeeNumber,
        });
        expect(Number(payload['exp']) - Number(payload['iat'])).toBe(15 * 60);
    });
    test('the token of a contractor carries the partner and the last day of access', async () => {
        const { payload } = decode(await signIn({ issuer: provider.issuer, personId: 'kai.novak' }));
        expect(payload).toMatchObject({ partner: 'Northwind Engineering', access_ends: '2035-12-31' });
    });
    test('a wrong password and an unknown person get the same words', async () => {
        const wrong = signIn({ issuer: provider.issuer, personId: 'anna.meyer', password: 'guess' });
        const unknown = signIn({ issuer: provider.issuer, personId: 'nobody' });
        await expect(wrong).rejects.toThrow('Sign-in refused (401): That is not the password of this person.');
        await expect(unknown).rejects.toThrow('Sign-in refused (401): That is not the password of this person.');
    });
    test('a flow without a code challenge is refused', async () => {
        const url = `${provider.issuer}/auth?client_id=meridian-web&response_type=code&scope=openid&redirect_uri=${redirectUri}`;
        const response = await fetch(url, { redirect: 'manual' });
        expect(response.headers.get('location')).toContain('error=invalid_request');
    });
    test('a redirect to an address nobody registered is refused', async () => {
        const attempt = signIn({
            issuer: provider.issuer,
            personId: 'anna.meyer',
            redirectUri: 'https://evil.example/',
        });
        await expect(attempt).rejects.toThrow('redirect_uri');
    });
});
describe('staying signed in', () => {
    test('a refresh token works once; using it again ends the family', async () => {
        const given = { issuer: provider.issuer, personId: 'jon.okafor', clientId: 'meridian-web', redirectUri };
        const first = await signInForTokens(given);
        const second = await refresh(provider.issuer, first.refreshToken, 'meridian-web');
        expect(second.refreshToken).not.toBe(first.refreshToken);
        expect(decode(second.accessToken).payload).toMatchObject({ aud: 'meridian', roles: ['project-manager'] });
        await expect(refresh(provider.issuer, first.refreshToken, 'meridian-web')).rejects.toThrow('Token refused (400)');
        await expect(refresh(provider.issuer, second.refreshToken, 'meridian-web')).rejects.toThrow('Token refused (400)');
    });
    test('keys and sessions outlive a restart', async () => {
        const first = await signInForTokens({ issuer: provider.issuer, personId: 'lea.chen' });
        const port = Number(new URL(provider.issuer).port);
        await provider.stop();
        provider = await startIdentityProvider({ port, redirectUris: [redirectUri], dataDir });
        const keys = (await (await fetch(`${provider.issuer}/jwks`)).json());
        expect(keys.keys.map((key) => key.kid)).toContain(decode(first.accessToken).header['kid']);
        const second = await refresh(provider.issuer, first.refreshToken);
        expect(decode(second.accessToken).payload['sub']).toBe(decode(first.accessToken).payload['sub']);
    });
});
test('the sign-in page needs no script and forbids it', async () => {
    const { response, html } = await signInPageOf(provider.issuer);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'sha256-");
    expect(html).not.toMatch(/<script|javascript:| on[a-z]+=/i);
    expect(html).toContain('<label class="password" for="password">');
    for (const person of people)
        expect(html).toContain(person.name);
});
async function signInPageOf(issuer) {
    const query = new URLSearchParams({
        client_id: 'meridian-web',
        response_type: 'code',
        scope: 'openid',
        redirect_uri: redirectUri,
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
    });
    const start = await fetch(`${issuer}/auth?${query.toString()}`, { redirect: 'manual' });
    const cookie = start.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
    const response = await fetch(new URL(start.headers.get('location') ?? '', issuer), {
        headers: { Cookie: cookie },
    });
    return { response, html: await response.text() };
}
function decode(token) {
    const [header = '', payload = ''] = token.split('.');
    const part = (text) => JSON.parse(Buffer.from(text, 'base64url').toString());
    return { header: part(header), payload: part(payload) };
}
//# sourceMappingURL=identity-provider.test.js.map