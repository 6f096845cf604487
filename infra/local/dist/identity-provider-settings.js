import { messagePage, escapeHtml } from './identity-provider-page.js';
import { findPerson } from './people.js';
/** The API as an OAuth resource (RFC 8707): what access tokens are for, whatever the client asks for. */
export const resource = 'urn:meridian:api';
/** `aud` of every access token. */
export const audience = 'meridian';
/** The browser application. */
export const webClientId = 'meridian-web';
/** Scripts and tests: the same flow, ended without a browser. */
export const smokeClientId = 'meridian-smoke';
export const smokeRedirectUri = 'http://127.0.0.1/signed-in';
const MINUTES = 60;
const DAYS = 24 * 60 * MINUTES;
const OIDC_SCOPES = 'openid profile email offline_access';
/** The configuration of `oidc-provider`: public clients, PKCE always, signed access tokens, rotating refresh tokens. */
export function providerSettings(inputs) {
    const origins = new Set(inputs.redirectUris.map((uri) => new URL(uri).origin));
    return {
        adapter: (model) => inputs.store.adapter(model),
        clients: [client(webClientId, inputs.redirectUris), client(smokeClientId, [smokeRedirectUri])],
        jwks: inputs.keys.jwks,
        cookies: { keys: inputs.keys.cookieKeys },
        pkce: { required: () => true },
        responseTypes: ['code'],
        scopes: ['openid', 'offline_access'],
        claims: { openid: ['sub'], profile: ['name', 'roles', 'employee_number', 'partner'], email: ['email'] },
        conformIdTokenClaims: false,
        clientBasedCORS: (_, origin) => origins.has(origin),
        interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
        findAccount: (_, sub) => account(sub),
        loadExistingGrant,
        issueRefreshToken: async () => true,
        rotateRefreshToken: true,
        extraTokenClaims: (_, token) => tokenClaims(findPerson(token.accountId)),
        renderError: (context, out) => {
            context.type = 'html';
            context.body = messagePage('Sign-in did not work', `<p>${escapeHtml(out.error_description ?? out.error)}</p>`);
        },
        features: features(),
        ttl: {
            AccessToken: 15 * MINUTES,
            AuthorizationCode: MINUTES,
            IdToken: 15 * MINUTES,
            Interaction: 60 * MINUTES,
            Session: DAYS,
            Grant: DAYS,
            RefreshToken: DAYS,
        },
    };
}
function features() {
    return {
        devInteractions: { enabled: false },
        resourceIndicators: {
            enabled: true,
            defaultResource: async () => resource,
            useGrantedResource: async () => true,
            getResourceServerInfo: async () => ({
                audience,
                scope: 'api',
                accessTokenFormat: 'jwt',
                accessTokenTTL: 15 * MINUTES,
                jwt: { sign: { alg: 'ES256' } },
            }),
        },
        revocation: { enabled: true },
        rpInitiatedLogout: {
            enabled: true,
            logoutSource: (context, form) => {
                context.body = messagePage('Sign out?', `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`);
            },
            postLogoutSuccessSource: (context) => {
                context.body = messagePage('Signed out', '<p>You can close this page.</p>');
            },
        },
    };
}
function client(clientId, redirectUris) {
    return {
        client_id: clientId,
        client_name: 'Meridian',
        application_type: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: redirectUris,
        post_logout_redirect_uris: redirectUris.map((uri) => `${new URL(uri).origin}/`),
        id_token_signed_response_alg: 'ES256',
    };
}
/** Our own clients need no consent page: signing in is the consent. */
async function loadExistingGrant(context) {
    const { provider, session, client: asking, result } = context.oidc;
    const known = result?.consent?.grantId ?? session.grantIdFor(asking.clientId);
    const existing = known ? await provider.Grant.find(known) : undefined;
    if (existing)
        return existing;
    const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
    grant.addOIDCScope(OIDC_SCOPES);
    grant.addResourceScope(resource, 'api');
    await grant.save();
    return grant;
}
function account(sub) {
    const person = findPerson(sub);
    if (!person)
        return undefined;
    return {
        accountId: person.personId,
        claims: async () => ({ sub: person.personId, ...tokenClaims(person) }),
    };
}
function tokenClaims(person) {
    if (!person)
        return {};
    return {
        name: person.name,
        email: person.email,
        roles: person.roles,
        employee_number: person.employeeNumber,
        ...(person.partner ? { partner: person.partner } : {}),
        ...(person.accessEnds ? { access_ends: person.accessEnds } : {}),
    };
}
//# sourceMappingURL=identity-provider-settings.js.map