import { SetMetadata, applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Grant } from './policy.js';

export const GRANTS = 'meridian:grants';
export const PUBLIC = 'meridian:public';

/** Opens a route (or all routes of a controller) to whoever meets one of the grants. Every other route stays closed. */
export function Allow(...grants: readonly [Grant, ...Grant[]]): MethodDecorator & ClassDecorator {
  return SetMetadata(GRANTS, grants);
}

/** Opens a route to everybody, signed in or not: health, the API description, the web application. Nothing else. */
export function Public(): MethodDecorator {
  return applyDecorators(SetMetadata(PUBLIC, true), RouteConfig({ [PUBLIC]: true })) as MethodDecorator;
}
