import helmet from '@fastify/helmet';
import { Unavailable } from '@meridian/bus';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { assertEveryRouteSaysWho, routeInventory } from '../access/route-inventory.js';
import { TokenVerifier } from '../access/token-verifier.js';
import { LiveFeed } from '../live/live-feed.js';
import { ApiDocument } from '../openapi/api-document.js';
import { registerWebApplication } from '../web/web-application.js';
import { registerBodyParsers } from './body-parsers.js';
import { registerDoorHooks } from './door-hooks.js';
import { doorLimits } from './door-limits.js';
import type { DoorLimits } from './door-limits.js';
import { securityHeaders } from './security-headers.js';
import { answerRouterError, answerSocketError } from './wire-errors.js';

export interface DoorOptions {
  /** The identity provider; the browser may talk to it. */
  readonly issuer: string;
  /** The folder of the built web application; without it the door serves the API only. */
  readonly webRoot?: string;
  readonly limits?: DoorLimits;
}

/** The HTTP side of the gateway: the adapter to build the application with, then `open` before it listens. */
export class Door {
  readonly adapter: FastifyAdapter;
  private verifier: TokenVerifier | undefined;

  constructor(options: DoorOptions) {
    const limits = options.limits ?? doorLimits;
    this.adapter = new DoorAdapter(adapterOptions(limits));
    const fastify = this.adapter.getInstance();
    registerBodyParsers(fastify as unknown as FastifyInstance);
    void fastify.register(helmet, securityHeaders(options.issuer));
    void fastify.register(
      onRoot((root) => registerDoorHooks(root, { limits, verifier: () => this.ready() })),
    );
    void fastify.register(onRoot((root) => registerWebApplication(root, options.webRoot)));
  }

  /**
   * Prepares an initialised application to listen.
   *
   * @returns what ends the live streams when the process does
   * @throws Error when a route does not say who may use it
   */
  open(app: NestFastifyApplication): () => void {
    assertEveryRouteSaysWho(routeInventory(app));
    app.get(ApiDocument, { strict: false }).describe(app);
    this.verifier = app.get(TokenVerifier, { strict: false });
    return () => app.get(LiveFeed, { strict: false }).close();
  }

  private ready(): TokenVerifier {
    if (!this.verifier) throw new Unavailable('The platform is starting.', { retryAfterMs: 1_000 });
    return this.verifier;
  }
}

/** Nest brings parsers without our limits: the door has its own. */
class DoorAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {}
}

function adapterOptions(limits: DoorLimits): object {
  return {
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.arrivalMs,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 200 },
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.arrivalMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    frameworkErrors: answerRouterError,
    clientErrorHandler: answerSocketError,
  };
}

/** A plugin that acts on the whole server instead of a scope of its own; loaded in the order of registration. */
function onRoot(act: (fastify: FastifyInstance) => void): (fastify: unknown) => Promise<void> {
  const plugin = async (fastify: unknown): Promise<void> => act(fastify as FastifyInstance);
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}
