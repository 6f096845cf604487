import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PUBLIC } from '../access/allow.js';
import type { Admission } from '../admission/admission.js';
import { Stay } from '../admission/stay.js';
import { callerOf, turnAway } from '../admission/turn-away-early.js';
import { bearerToken } from '../access/bearer-token.js';
import type { TokenVerifier } from '../access/token-verifier.js';
import type { DoorLimits } from './door-limits.js';
import { InFlight } from './in-flight.js';
import { Problem } from './problem.js';
import { FORBIDDEN_KEYS } from './read-json.js';
import { factsOf } from './request-facts.js';
import { STREAM, UPLOAD } from './route-kinds.js';
import { textFault } from './text-rule.js';

export interface DoorHooks {
  /** The verifier, once the door is open. */
  readonly verifier: () => TokenVerifier;
  readonly limits: DoorLimits;
  readonly admission: Admission;
  /** Paths of routes that never wait: they are put in here. */
  readonly spared: Set<string>;
}

/**
 * What happens to every request before a controller sees it, and before its body is read: it gets a correlation id, is
 * counted, waits for its turn, and is asked for its token unless the route is public. What is too much is turned away before its
 * token is checked: that costs most. The guard decides afterwards; nothing here opens a door.
 */
export function registerDoorHooks(
  fastify: FastifyInstance,
  { verifier, limits, admission, spared }: DoorHooks,
): void {
  const inFlight = new InFlight(limits.inFlight);

  fastify.addHook('onRoute', (route) => {
    const config = configOf(route);
    if (config[UPLOAD] === true) route.bodyLimit = limits.uploadBytes;
    if (config[PUBLIC] === true || config[STREAM] === true) spared.add(route.url);
  });

  fastify.addHook('onRequest', async (request, reply) => {
    const facts = factsOf(request);
    void reply.header('correlation-id', facts.correlationId);
    if (request.raw.url!.length > limits.addressLength) {
      throw new Problem(
        414,
        'gateway/address-too-long',
        `The address is longer than ${limits.addressLength} characters.`,
      );
    }
    const config = configOf(request.routeOptions);
    const isCounted = config[STREAM] !== true;
    if (isCounted) leaveAtEnd(reply, inFlight.enter());
    if (request.is404 || config[PUBLIC] === true) return;
    const token = bearerToken(request.raw);
    const lane = config[UPLOAD] === true ? 'files' : 'ordinary';
    if (isCounted) {
      const words = await Stay.begin(admission, request, reply, { lane, caller: callerOf(request.raw) });
      if (words) return turnAway(request.raw, reply.hijack().raw, words);
    }
    facts.identity = await verifier().verify(token);
    if (isCounted) leaveAtEnd(reply, inFlight.enterAs(facts.identity.subject));
  });

  fastify.addHook('preValidation', async (request) => {
    await Stay.of(request)?.bodyArrived();
    checkTexts(request);
  });
}

function leaveAtEnd(reply: FastifyReply, leave: () => void): void {
  reply.raw.once('close', leave);
}

/** Path and query parameters obey the same rules as fields and texts in bodies. */
function checkTexts(request: FastifyRequest): void {
  const given = [...Object.entries(request.params as object), ...Object.entries(request.query as object)];
  for (const [name, value] of given) {
    const wrongName = FORBIDDEN_KEYS.has(name) ? 'is not allowed as a name' : textFault(name);
    if (wrongName) throw parameterProblem('name of a parameter', wrongName);
    for (const text of [value as unknown].flat()) {
      const wrong = textFault(String(text));
      if (wrong) throw parameterProblem(name.slice(0, 100), wrong);
    }
  }
}

function parameterProblem(parameter: string, detail: string): Problem {
  return new Problem(400, 'gateway/parameter-not-acceptable', `The ${parameter} ${detail}.`, {
    errors: [{ parameter, detail }],
  });
}

function configOf(route: { readonly config?: unknown }): Readonly<Record<string, unknown>> {
  return (route.config ?? {}) as Readonly<Record<string, unknown>>;
}
