import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { describeClass } from './contract-schemas.js';

const PLAIN: readonly unknown[] = [String, Number, Boolean, Object, Array, Date, Buffer, Promise, undefined];

/** Describes the classes of all parameters of all routes (bodies and queries) before the document is made. */
export function describeBodies(app: INestApplication): void {
  const modules = [...app.get(ModulesContainer).values()];
  for (const controller of modules.flatMap((one) => [...one.controllers.values()])) {
    const prototype = (controller.metatype as Type).prototype as object;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as readonly unknown[];
      const handler = (prototype as Record<string, unknown>)[name];
      if (typeof handler !== 'function' || Reflect.getMetadata('method', handler) === undefined) continue;
      for (const type of types) if (!PLAIN.includes(type)) describeClass(type as new () => object);
    }
  }
}
