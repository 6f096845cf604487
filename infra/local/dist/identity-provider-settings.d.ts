import type { IdentityKeys } from './identity-provider-keys.js';
import type { IdentityStore } from './identity-provider-store.js';
/** The API as an OAuth resource (RFC 8707): what access tokens are for, whatever the client asks for. */
export declare const resource = "urn:meridian:api";
/** `aud` of every access token. */
export declare const audience = "meridian";
/** The browser application. */
export declare const webClientId = "meridian-web";
/** Scripts and tests: the same flow, ended without a browser. */
export declare const smokeClientId = "meridian-smoke";
export declare const smokeRedirectUri = "http://127.0.0.1/signed-in";
export interface ProviderInputs {
    readonly redirectUris: readonly string[];
    readonly keys: IdentityKeys;
    readonly store: IdentityStore;
}
/** The configuration of `oidc-provider`: public clients, PKCE always, signed access tokens, rotating refresh tokens. */
export declare function providerSettings(inputs: ProviderInputs): object;
//# sourceMappingURL=identity-provider-settings.d.ts.map