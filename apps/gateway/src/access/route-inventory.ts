import type { INestApplication, Type } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { KEY_OPTIONAL, READ_ONLY } from '../http/route-kinds.js';
import { GRANTS, PUBLIC } from './allow.js';
import type { Grant } from './policy.js';

export interface Route {
  /** `ProjectsController.list` */
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  readonly access: 'public' | 'undeclared' | readonly Grant[];
  /** Whether a command asks for an idempotency key. */
  readonly key: 'required' | 'optional' | 'none';
}

/** Every route of the controllers and who may use it. */
export function routeInventory(app: INestApplication): readonly Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((one) =>
    [...one.controllers.values()].map((wrapper) => wrapper.metatype),
  );
  return controllers.flatMap((controller) => routesOf(controller as Type));
}

/** @throws Error naming every route that is open to nobody, so that it is noticed at start-up */
export function assertEveryRouteSaysWho(routes: readonly Route[]): void {
  const silent = routes.filter((route) => route.access === 'undeclared');
  if (silent.length === 0) return;
  const names = silent.map((route) => `${route.method} ${route.path} (${route.handler})`).join(', ');
  throw new Error(`Routes without @Allow(...) or @Public(): ${names}. Say who may use them.`);
}

function routesOf(controller: Type): Route[] {
  const prefix = pathsOf(controller)[0] ?? '';
  const prototype = controller.prototype as object;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (typeof handler !== 'function') return [];
    const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    return pathsOf(handler).map((path) => ({
      handler: `${controller.name}.${name}`,
      method: RequestMethod[method]!,
      path: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
      access: accessOf(handler, controller),
      key: keyOf(handler),
    }));
  });
}

function accessOf(handler: object, controller: Type): Route['access'] {
  if (Reflect.getMetadata(PUBLIC, handler) === true) return 'public';
  const grants = (Reflect.getMetadata(GRANTS, handler) ?? Reflect.getMetadata(GRANTS, controller)) as
    readonly Grant[] | undefined;
  return grants ?? 'undeclared';
}

function keyOf(handler: object): Route['key'] {
  if (Reflect.getMetadata(READ_ONLY, handler) === true) return 'none';
  return Reflect.getMetadata(KEY_OPTIONAL, handler) === true ? 'optional' : 'required';
}

function pathsOf(target: object): readonly string[] {
  const path = Reflect.getMetadata('path', target) as string | readonly string[] | undefined;
  return path === undefined ? [] : [path].flat();
}
