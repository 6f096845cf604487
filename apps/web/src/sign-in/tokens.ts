import { provider } from './settings.js';
import { SignInProblem } from './sign-in-problem.js';

export interface Tokens {
  readonly accessToken: string;
  readonly idToken?: string;
  readonly refreshToken?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The provider no longer honours this refresh token or code: only a new sign-in helps. */
export class TokenRefused extends Error {}

/** Asks the token endpoint; the client is public, so its name goes into the form. */
export async function askForTokens(fields: Record<string, string>): Promise<Tokens> {
  const { settings, endpoints } = await provider();
  const response = await fetch(endpoints.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ client_id: settings.clientId, ...fields }),
  }).catch(() => undefined);
  if (!response)
    throw new SignInProblem(
      'The identity provider does not answer',
      'Check your connection and try again. Nothing you did is lost.',
    );
  const answer = (await response.json().catch(() => ({}))) as Record<string, string | number | undefined>;
  if (!response.ok)
    throw new TokenRefused(String(answer['error_description'] ?? answer['error'] ?? response.status));
  return {
    accessToken: String(answer['access_token']),
    idToken: text(answer['id_token']),
    refreshToken: text(answer['refresh_token']),
    expiresAt: Date.now() + Number(answer['expires_in'] ?? 300) * 1000,
  };
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
