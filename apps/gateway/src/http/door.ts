import { createServer } from 'node:http';
import type { RequestListener, Server, ServerOptions } from 'node:http';
import helmet from '@fastify/helmet';
import { Unavailable } from '@meridian/bus';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ShowFigure } from '@meridian/runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Admission } from '../admission/admission.js';
import { showAdmission } from '../admission/show-admission.js';
import { turnAwayEarly } from '../admission/turn-away-early.js';
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

const KEEP_ALIVE_MS = 72_000;

/** The HTTP side of the gateway: the adapter to build the application with, then `open` before it listens. */
export class Door {
  readonly adapter: FastifyAdapter;
  readonly admission: Admission;
  private readonly spared = new Set<string>();
  private verifier: TokenVerifier | undefined;

  constructor(options: DoorOptions) {
    const limits = options.limits ?? doorLimits;
    this.admission = new Admission(limits.admission);
    const early = (handle: RequestListener) =>
      turnAwayEarly(this.admission, (path) => this.spared.has(path), handle);
    this.adapter = new DoorAdapter({
      ...adapterOptions(limits),
      serverFactory: (handle: RequestListener) => httpServer(limits, early(handle)),
    });
    const fastify = this.adapter.getInstance();
    registerBodyParsers(fastify as unknown as FastifyInstance);
    void fastify.register(helmet, securityHeaders(options.issuer));
    void fastify.register(
      onRoot((root) =>
        registerDoorHooks(root, {
          limits,
          admission: this.admission,
          spared: this.spared,
          verifier: () => this.ready(),
        }),
      ),
    );
    void fastify.register(onRoot((root) => registerWebApplication(root, options.webRoot)));
  }

  /**
   * Prepares an initialised application to listen, and shows how full the door is.
   *
   * @returns what ends the live streams when the process does
   * @throws Error when a route does not say who may use it
   */
  open(app: NestFastifyApplication, show: ShowFigure = () => undefined): () => void {
    showAdmission(this.admission, show);
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
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerRouterError,
    clientErrorHandler: answerSocketError,
  };
}

function httpServer(limits: DoorLimits, answer: RequestListener): Server {
  const options: ServerOptions = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.arrivalMs,
    connectionsCheckingInterval: limits.checkMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  return createServer(options, answer);
}

/** A plugin that acts on the whole server instead of a scope of its own; loaded in the order of registration. */
function onRoot(act: (fastify: FastifyInstance) => void): (fastify: unknown) => Promise<void> {
  const plugin = async (fastify: unknown): Promise<void> => act(fastify as FastifyInstance);
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}
