import { signIn } from '../sign-in.js';

const KEPT_MS = 10 * 60_000;

/** Access tokens by handle: each person signs in once in a while, not for every request, and again when it failed. */
export function tokensFrom(issuer: string): (handle: string) => Promise<string> {
  const known = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  return (handle) => {
    const kept = known.get(handle);
    if (kept !== undefined && kept.until > Date.now()) return kept.token;
    const token = signIn({ issuer, personId: handle });
    known.set(handle, { token, until: Date.now() + KEPT_MS });
    token.catch(() => known.delete(handle)); // told to whoever asked
    return token;
  };
}
