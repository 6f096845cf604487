import { challengeOf, claimsOf, randomText } from './pkce.js';
import { provider } from './settings.js';
import { SignInProblem } from './sign-in-problem.js';
import { askForTokens, TokenRefused } from './tokens.js';
import type { Tokens } from './tokens.js';

/** Where the identity provider sends people back to; registered with it. */
export const returnPath = '/signed-in';

const pendingKey = 'meridian.sign-in';

interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** Leaves the page for the identity provider (authorization code with PKCE). */
export async function goToProvider(returnTo: string): Promise<void> {
  const { settings, endpoints } = await provider();
  const pending: Pending = { state: randomText(16), nonce: randomText(16), verifier: randomText(), returnTo };
  sessionStorage.setItem(pendingKey, JSON.stringify(pending));
  const url = new URL(endpoints.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    response_type: 'code',
    redirect_uri: location.origin + returnPath,
    scope: settings.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: 'S256',
  }).toString();
  location.assign(url);
}

/** Trades the code in the address for tokens. */
export async function comeBack(address: URL): Promise<{ tokens: Tokens; returnTo: string }> {
  const asked = address.searchParams;
  const refused = asked.get('error');
  if (refused)
    throw new SignInProblem(
      'The identity provider refused the sign-in',
      `${asked.get('error_description') ?? refused}. Try again, or ask your administrator for access.`,
    );
  const pending = takePending();
  const code = asked.get('code');
  if (!pending || !code || asked.get('state') !== pending.state) throw unexpected();
  const tokens = await askForTokens({
    grant_type: 'authorization_code',
    code,
    redirect_uri: location.origin + returnPath,
    code_verifier: pending.verifier,
  }).catch((cause: unknown) => {
    throw cause instanceof TokenRefused ? unexpected() : cause;
  });
  if (tokens.idToken && claimsOf(tokens.idToken)['nonce'] !== pending.nonce) throw unexpected();
  return { tokens, returnTo: pending.returnTo };
}

function takePending(): Pending | undefined {
  const kept = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  return kept ? (JSON.parse(kept) as Pending) : undefined;
}

function unexpected(): SignInProblem {
  return new SignInProblem(
    'This sign-in has expired',
    'It was started too long ago or in another tab. Start again; it takes a few seconds.',
  );
}
