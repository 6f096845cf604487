import type { IncomingMessage } from 'node:http';
import { unauthenticated } from './token-verifier.js';

const BEARER = /^Bearer +([^\s,]+)$/i;

/**
 * The access token of a request.
 *
 * @throws Problem 401 without one, or with more than one `Authorization` header
 */
export function bearerToken(request: IncomingMessage): string {
  let given = 0;
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    if (request.rawHeaders[index]!.toLowerCase() === 'authorization') given += 1;
  }
  if (given === 0) throw unauthenticated();
  const token = given === 1 ? BEARER.exec(request.headers.authorization ?? '')?.[1] : undefined;
  if (token === undefined) throw unauthenticated('invalid_token');
  return token;
}
