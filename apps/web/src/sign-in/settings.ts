import { SignInProblem } from './sign-in-problem.js';

/** How people sign in here, as the gateway says. */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
}

/** Where the identity provider answers (OpenID Connect Discovery 1.0). */
export interface Endpoints {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
}

export interface Provider {
  readonly settings: SignInSettings;
  readonly endpoints: Endpoints;
}

let known: Promise<Provider> | undefined;

/** Asks the gateway for the issuer and the issuer for its endpoints, once per page load. */
export function provider(): Promise<Provider> {
  known ??= discover().catch((cause: unknown) => {
    known = undefined;
    throw cause;
  });
  return known;
}

async function discover(): Promise<Provider> {
  const settings = (await read('/v1/sign-in-settings', 'the gateway')) as SignInSettings;
  const issuer = settings.issuer.replace(/\/$/, '');
  const endpoints = (await read(
    `${issuer}/.well-known/openid-configuration`,
    `the identity provider at ${issuer}`,
  )) as Endpoints;
  return { settings, endpoints };
}

async function read(url: string, who: string): Promise<unknown> {
  const response = await fetch(url, { headers: { Accept: 'application/json' } }).catch(() => undefined);
  if (!response)
    throw new SignInProblem(
      `No answer from ${who}`,
      'Check that you are connected and that the platform is running, then try again.',
    );
  if (!response.ok)
    throw new SignInProblem(
      `No sign-in settings from ${who}`,
      `The answer was ${response.status}. Try again in a minute; if it stays, tell your administrator.`,
    );
  return response.json();
}
