import { timingSafeEqual, createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type Provider from 'oidc-provider';
import { identityKeys } from './identity-provider-keys.js';
import { pagePolicy, signInPage } from './identity-provider-page.js';
import { providerSettings, smokeRedirectUri } from './identity-provider-settings.js';
import { IdentityStore } from './identity-provider-store.js';
import { developmentPassword, findPerson, people } from './people.js';
import type { Person } from './people.js';

export interface IdentityProviderOptions {
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** The address to listen on, default 127.0.0.1; in a container 0.0.0.0, together with the `issuer` outside of it. */
  readonly host?: string;
  /** Default `http://127.0.0.1:<port>`. */
  readonly issuer?: string;
  /** Where the browser application may be sent after sign-in. */
  readonly redirectUris: readonly string[];
  /** Keeps keys and sessions across restarts; without it they end with the process. */
  readonly dataDir?: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

const MAX_FORM_BYTES = 4_096;

/**
 * A real OpenID provider for development and tests: authorization code with PKCE, ES256 access tokens of 15 minutes
 * for the audience `meridian`, rotating refresh tokens whose reuse revokes the whole family. It knows `people`.
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  // Loaded here, so that those who only want a database or a broker neither wait for it nor see what it prints.
  const { default: OpenIdProvider } = await import('oidc-provider');
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  const server = createServer((request, response) => {
    response.shouldKeepAlive = false; // a restart must not meet clients that still hold a connection of the old process
    answer(request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port, options.host ?? '127.0.0.1');
  const issuer = options.issuer ?? `http://127.0.0.1:${port}`;
  const store = new IdentityStore(options.dataDir && join(options.dataDir, 'identity-sessions.json'));
  const keys = identityKeys(options.dataDir);
  const provider = new OpenIdProvider(
    issuer,
    providerSettings({ redirectUris: options.redirectUris, keys, store }),
  );
  const policy = pagePolicy([...options.redirectUris, smokeRedirectUri].map((uri) => new URL(uri).origin));
  answer = answerWith(provider, policy);
  return {
    issuer,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      store.close();
    },
  };
}

function answerWith(provider: Provider, policy: string) {
  const openId = provider.callback();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (!request.url?.startsWith('/interaction/')) return openId(request, response);
    response.setHeader('Cache-Control', 'no-store');
    try {
      await interaction(provider, request, response);
    } catch (error) {
      const code = (error as { statusCode?: number }).statusCode ?? 500;
      sendPage(
        response,
        code,
        signInPage({
          action: '/',
          people: [],
          problem: 'This sign-in has expired. Go back and start again.',
        }),
      );
    }
  };
}

async function interaction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  const action = `/interaction/${uid}`;
  if (request.method !== 'POST') return sendPage(response, 200, signInPage({ action, people }));
  const form = new URLSearchParams(await readForm(request));
  const person = findPerson(form.get('person') ?? '');
  const problem = refusal(person, form.get('password') ?? '');
  if (problem || !person) {
    return sendPage(response, 401, signInPage({ action, people, problem, chosen: person?.personId }));
  }
  return provider.interactionFinished(request, response, {
    login: { accountId: person.personId, amr: ['pwd'] },
  });
}

/** The same answer for an unknown person and a wrong password. */
function refusal(person: Person | undefined, password: string): string | undefined {
  const matches = timingSafeEqual(digest(password), digest(developmentPassword));
  if (!person || !matches) return 'That is not the password of this person.';
  const today = new Date().toISOString().slice(0, 10);
  if (person.accessEnds && person.accessEnds < today)
    return `The access of ${person.name} ended on ${person.accessEnds}.`;
  return undefined;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}

async function readForm(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM_BYTES)
      throw Object.assign(new Error('The form is too large.'), { statusCode: 413 });
  }
  return text;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
