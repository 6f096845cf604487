import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { readJson } from './read-json.js';
import { UPLOAD } from './route-kinds.js';

const FILES = [
  'application/octet-stream',
  'application/xml',
  'text/xml',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** The content types the API takes: JSON everywhere, files where a route is made for them. Anything else is 415. */
export function registerBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    ['application/json', 'application/merge-patch+json', 'application/cloudevents+json'],
    { parseAs: 'buffer' },
    (_, body, done) => {
      try {
        done(null, readJson(utf8(body as Buffer)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addContentTypeParser(FILES, { parseAs: 'buffer' }, (request, body, done) => {
    if (takesFiles(request)) done(null, body);
    else
      done(
        new Problem(
          415,
          'gateway/unsupported-media-type',
          'This address takes no files. Send the body as application/json.',
        ),
      );
  });
}

function takesFiles(request: FastifyRequest): boolean {
  return (request.routeOptions.config as unknown as Record<string, unknown>)[UPLOAD] === true;
}

function utf8(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Problem(400, 'gateway/body-not-json', 'The body is not well-formed UTF-8.');
  }
}
