import { comeBack, goToProvider, returnPath } from './redirect.js';
import { provider } from './settings.js';
import { SignInProblem } from './sign-in-problem.js';
import { askForTokens, TokenRefused } from './tokens.js';
import type { Tokens } from './tokens.js';

export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'failed'; readonly problem: SignInProblem };

const refreshKey = 'meridian.refresh';
const signedOutKey = 'meridian.signed-out';
/** Tokens are replaced this long before they end, so that no request meets an expired one. */
const aheadMs = 60_000;

let state: SessionState = { kind: 'starting' };
let tokens: Tokens | undefined;
let refreshing: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Who is signed in. Access tokens live in memory only; the rotating refresh token in this tab's storage. */
export const session = {
  state: (): SessionState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  start: (): Promise<void> => start().catch(fail),
  signIn: (): Promise<void> => goToProvider(here()).catch(fail),
  signOut: (): Promise<void> => signOut().catch(fail),
  accessToken,
  /** The gateway did not take the token: get another one, or sign in again. */
  renew: async (): Promise<void> => {
    if (tokens) tokens = { ...tokens, expiresAt: 0 };
    await refreshOnce();
  },
};

async function start(): Promise<void> {
  if (location.pathname === returnPath) {
    const back = await comeBack(new URL(location.href));
    history.replaceState(null, '', back.returnTo);
    return keep(back.tokens);
  }
  if (sessionStorage.getItem(refreshKey)) return refreshOnce();
  if (sessionStorage.getItem(signedOutKey)) {
    sessionStorage.removeItem(signedOutKey);
    return become({ kind: 'signed-out' });
  }
  await goToProvider(here());
}

async function accessToken(): Promise<string> {
  if (!tokens || tokens.expiresAt - Date.now() < aheadMs / 2) await refreshOnce();
  if (!tokens) throw new SignInProblem('You are not signed in', 'Sign in to go on.');
  return tokens.accessToken;
}

function refreshOnce(): Promise<void> {
  refreshing ??= refresh().finally(() => (refreshing = undefined));
  return refreshing;
}

async function refresh(): Promise<void> {
  const refreshToken = sessionStorage.getItem(refreshKey);
  try {
    if (!refreshToken) throw new TokenRefused('There is no refresh token.');
    keep(await askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }));
  } catch (cause) {
    if (cause instanceof TokenRefused) return startAgain();
    // The provider is away for a moment: an access token that is still good goes on being used.
    if (!tokens || tokens.expiresAt < Date.now()) throw cause;
    schedule(aheadMs / 4);
  }
}

/** A duplicated tab may have used the refresh token: the provider still knows the person and asks nothing. */
async function startAgain(): Promise<void> {
  tokens = undefined;
  sessionStorage.removeItem(refreshKey);
  await goToProvider(here());
}

function keep(fresh: Tokens): void {
  tokens = { ...fresh, idToken: fresh.idToken ?? tokens?.idToken };
  if (fresh.refreshToken) sessionStorage.setItem(refreshKey, fresh.refreshToken);
  schedule(Math.max(fresh.expiresAt - Date.now() - aheadMs, 5_000));
  become({ kind: 'signed-in' });
}

function schedule(inMs: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void refreshOnce().catch(fail), inMs);
}

async function signOut(): Promise<void> {
  clearTimeout(timer);
  const idToken = tokens?.idToken;
  tokens = undefined;
  sessionStorage.removeItem(refreshKey);
  sessionStorage.setItem(signedOutKey, 'yes');
  const { settings, endpoints } = await provider();
  if (!endpoints.end_session_endpoint) return become({ kind: 'signed-out' });
  const url = new URL(endpoints.end_session_endpoint);
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    post_logout_redirect_uri: `${location.origin}/`,
    ...(idToken ? { id_token_hint: idToken } : {}),
  }).toString();
  location.assign(url);
}

function fail(cause: unknown): void {
  const problem =
    cause instanceof SignInProblem
      ? cause
      : new SignInProblem('Sign-in did not work', cause instanceof Error ? cause.message : String(cause));
  become({ kind: 'failed', problem });
}

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function here(): string {
  return location.pathname === returnPath ? '/' : location.pathname + location.search + location.hash;
}
