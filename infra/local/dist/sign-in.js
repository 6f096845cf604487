import { createHash, randomBytes } from 'node:crypto';
import { smokeClientId, smokeRedirectUri } from './identity-provider-settings.js';
import { findPerson, developmentPassword } from './people.js';
const MAX_STEPS = 10;
/**
 * Signs in as a person would, without a browser: authorization code with PKCE, the form, the token endpoint.
 *
 * @returns the access token, to be sent as `Authorization: Bearer <token>`
 * @throws Error with the page's own words when the provider refuses
 */
export async function signIn(request) {
    return (await signInForTokens(request)).accessToken;
}
/** As `signIn`, with everything the token endpoint gave. */
export async function signInForTokens(request) {
    const clientId = request.clientId ?? smokeClientId;
    const redirectUri = request.redirectUri ?? smokeRedirectUri;
    const verifier = randomBytes(32).toString('base64url');
    const state = randomBytes(12).toString('base64url');
    const start = new URL('/auth', request.issuer);
    start.search = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: 'openid profile email offline_access api',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        state,
    }).toString();
    const back = await walk(start, redirectUri, request);
    if (back.searchParams.get('state') !== state)
        throw new Error('The identity provider answered another sign-in.');
    const code = back.searchParams.get('code');
    if (!code)
        throw new Error(`Sign-in refused: ${back.searchParams.get('error_description') ?? 'no code came back'}.`);
    return askForTokens(request.issuer, {
        grant_type: 'authorization_code',
        client_id: clientId,
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier,
    });
}
/** New tokens for a refresh token, which can be used once: using it again revokes the whole family. */
export async function refresh(issuer, refreshToken, clientId = smokeClientId) {
    return askForTokens(issuer, {
        grant_type: 'refresh_token',
        client_id: clientId,
        refresh_token: refreshToken,
    });
}
/** Follows redirects with cookies and fills in the sign-in form, until the provider sends us back. */
async function walk(start, redirectUri, request) {
    const cookies = new Map();
    let at = start;
    let form;
    for (let step = 0; step < MAX_STEPS; step += 1) {
        const response = await fetch(at, {
            method: form ? 'POST' : 'GET',
            body: form ?? null,
            redirect: 'manual',
            headers: {
                Accept: 'text/html',
                Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            },
        });
        keepCookies(cookies, response);
        const location = response.headers.get('location');
        const page = await response.text();
        if (location) {
            at = new URL(location, at);
            form = undefined;
            if (at.href.startsWith(redirectUri))
                return at;
        }
        else if (response.status === 200 && !form) {
            form = filledIn(request);
        }
        else {
            throw new Error(`Sign-in refused (${response.status}): ${wordsOf(page)}`);
        }
    }
    throw new Error(`Sign-in did not end within ${MAX_STEPS} steps.`);
}
function filledIn(request) {
    const person = findPerson(request.personId)?.personId ?? request.personId;
    return new URLSearchParams({ person, password: request.password ?? developmentPassword });
}
function keepCookies(cookies, response) {
    for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const cut = pair.indexOf('=');
        const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
        if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line))
            cookies.delete(name);
        else
            cookies.set(name, value);
    }
}
async function askForTokens(issuer, fields) {
    const response = await fetch(new URL('/token', issuer), {
        method: 'POST',
        body: new URLSearchParams(fields),
    });
    const answer = (await response.json());
    if (!response.ok)
        throw new Error(`Token refused (${response.status}): ${answer['error_description'] ?? answer['error']}`);
    return {
        accessToken: String(answer['access_token']),
        idToken: String(answer['id_token'] ?? ''),
        refreshToken: String(answer['refresh_token'] ?? ''),
        expiresInSeconds: Number(answer['expires_in']),
    };
}
function wordsOf(page) {
    const problem = /role="alert">([^<]*)</.exec(page)?.[1];
    return (problem ??
        page
            .replace(/<style>[^]*<\/style>/, '')
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim()
            .slice(0, 300));
}
//# sourceMappingURL=sign-in.js.map