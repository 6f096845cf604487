import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PUBLIC } from '../access/allow.js';

const SCREEN = /^\/(?:[a-z0-9][a-z0-9_-]{0,99}\/?){0,12}$/i;
const FILE = /^\/(?:[a-z0-9][a-z0-9_-]{0,99}\/){0,6}[a-z0-9][a-z0-9_.-]{0,199}$/i;
const NOT_SCREENS = new Set(['v1', 'docs', 'healthz', 'metrics', 'openapi', 'api']);
/** `app-B7x9k2Qf.js`: the name changes with the content. */
const HASHED = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/**
 * Serves the web application: its files, and `index.html` for the addresses of its screens. Addresses written in any
 * other form (encoded, doubled slashes, dots) are nobody's.
 */
export function registerWebApplication(fastify: FastifyInstance, webRoot: string | undefined): void {
  if (webRoot === undefined) return;
  const root = resolve(webRoot);
  if (!existsSync(resolve(root, 'index.html'))) {
    throw new Error(`WEB_ROOT is ${webRoot}, which holds no index.html; it must be the built web application.`);
  }
  void fastify.register(fastifyStatic, { root, serve: false, cacheControl: false, dotfiles: 'deny' });
  const handler = (request: FastifyRequest, reply: FastifyReply): FastifyReply => answer(request, reply, root);
  fastify.route({ method: 'GET', url: '/', config: { [PUBLIC]: true } as object, handler });
  fastify.route({ method: 'GET', url: '/*', config: { [PUBLIC]: true } as object, handler });
}

function answer(request: FastifyRequest, reply: FastifyReply, root: string): FastifyReply {
  const path = request.raw.url!.split('?', 1)[0]!;
  const isFile = FILE.test(path) && basename(path).includes('.');
  if (isFile && existsSync(resolve(root, `.${path}`))) {
    const isImmutable = HASHED.test(path) && basename(path) !== 'index.html';
    void reply.header('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.sendFile(path.slice(1));
  }
  if (!isScreen(path) || !(request.headers.accept ?? '').includes('text/html')) {
    reply.callNotFound();
    return reply;
  }
  return reply.header('cache-control', 'no-cache').sendFile('index.html');
}

function isScreen(path: string): boolean {
  return SCREEN.test(path) && !NOT_SCREENS.has(path.split('/')[1]!.toLowerCase());
}
