import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PUBLIC } from '../access/allow.js';
import { noneMatch } from '../http/conditions.js';

/** Every segment ends with a slash or with the path: one way to read it, so that no address is slow to judge. */
const SCREEN = /^\/(?:[a-z0-9][a-z0-9_-]{0,99}(?:\/|$)){0,12}$/i;
/** No segment begins with a dot and nothing is decoded: a path that fits stays inside the folder. */
const FILE = /^\/(?:[a-z0-9_][a-z0-9_-]{0,99}\/){0,6}[a-z0-9_][a-z0-9_.-]{0,199}\.[a-z0-9]{1,12}$/i;
const NOT_SCREENS = new Set(['v1', 'docs', 'healthz', 'metrics', 'openapi', 'api', 'asyncapi', 'events']);
/** `app-B7x9k2Qf.js`: the name changes with the content. */
const HASHED = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

/**
 * Serves the web application: its files, and `index.html` for the addresses of its screens. Addresses written in any
 * other form (encoded, doubled slashes, dots) are nobody's.
 */
export function registerWebApplication(fastify: FastifyInstance, webRoot: string | undefined): void {
  if (webRoot === undefined) return;
  const root = resolve(webRoot);
  if (!existsSync(join(root, 'index.html'))) {
    new Logger('web').warn(`WEB_ROOT is ${webRoot}, which holds no index.html yet; only the API is served.`);
  }
  const handler = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    answer(request, reply, root);
  const config = { [PUBLIC]: true } as object;
  for (const url of ['/', '/*']) fastify.route({ method: 'GET', url, config, handler });
}

async function answer(request: FastifyRequest, reply: FastifyReply, root: string): Promise<FastifyReply> {
  const path = request.raw.url!.split('?', 1)[0]!;
  if (FILE.test(path) && (await sendFile(request, reply, join(root, path)))) return reply;
  const wantsScreen = isScreen(path) && (request.headers.accept ?? '').includes('text/html');
  if (wantsScreen && (await sendFile(request, reply, join(root, 'index.html')))) return reply;
  reply.callNotFound();
  return reply;
}

/** @returns false when there is no such file, or none of a type that belongs to a web application */
async function sendFile(request: FastifyRequest, reply: FastifyReply, file: string): Promise<boolean> {
  const type = TYPES[extname(file).toLowerCase()];
  const found = type === undefined ? undefined : await stat(file).catch(() => undefined);
  if (!type || !found?.isFile()) return false;
  const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`;
  const caching = HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
  void reply.header('cache-control', caching).header('etag', etag);
  if (noneMatch(request.headers['if-none-match'], etag)) {
    void reply.type(type).header('content-length', found.size).send(createReadStream(file));
  } else {
    void reply.status(304).send();
  }
  return true;
}

function isScreen(path: string): boolean {
  return SCREEN.test(path) && !NOT_SCREENS.has(path.split('/')[1]!.toLowerCase());
}
