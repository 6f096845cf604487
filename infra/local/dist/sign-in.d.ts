export interface SignInRequest {
    readonly issuer: string;
    /** Person id, handle (`anna.meyer`) or e-mail address. */
    readonly personId: string;
    /** Default: the development password. */
    readonly password?: string;
    readonly clientId?: string;
    readonly redirectUri?: string;
}
export interface Tokens {
    readonly accessToken: string;
    readonly idToken: string;
    readonly refreshToken: string;
    readonly expiresInSeconds: number;
}
/**
 * Signs in as a person would, without a browser: authorization code with PKCE, the form, the token endpoint.
 *
 * @returns the access token, to be sent as `Authorization: Bearer <token>`
 * @throws Error with the page's own words when the provider refuses
 */
export declare function signIn(request: SignInRequest): Promise<string>;
/** As `signIn`, with everything the token endpoint gave. */
export declare function signInForTokens(request: SignInRequest): Promise<Tokens>;
/** New tokens for a refresh token, which can be used once: using it again revokes the whole family. */
export declare function refresh(issuer: string, refreshToken: string, clientId?: string): Promise<Tokens>;
//# sourceMappingURL=sign-in.d.ts.map