import { isDeepStrictEqual } from 'node:util';
import { subjectParts } from '@meridian/bus';
import type { JsonSchema } from '@meridian/bus';
import type { ContractSchema } from './contract-schema.js';

/** Where the schema of a class of an owner is kept among the components. */
export function schemaKey(owner: string, name: string): string {
  return `${owner}.${name}`;
}

/**
 * The schemas of all contracts side by side: what each holds in its own `$defs` becomes a component.
 *
 * @throws TypeError when two contracts of an owner describe one class differently
 */
export function componentSchemas(contracts: readonly ContractSchema[]): Readonly<Record<string, JsonSchema>> {
  const found = new Map<string, JsonSchema>();
  for (const contract of contracts) {
    const { owner } = subjectParts(contract['x-meridian'].subject);
    const { $schema: _schema, $id: _id, $defs = {}, 'x-meridian': _facts, ...root } = contract;
    for (const [name, schema] of [[contract.title, root] as const, ...Object.entries($defs)]) {
      const key = schemaKey(owner, name);
      const component = { title: name, ...moved(schema, owner, contract.title) } as JsonSchema;
      const known = found.get(key);
      if (known !== undefined && !isDeepStrictEqual(known, component)) {
        throw new TypeError(`${key} has two forms; a class of contracts has one.`);
      }
      found.set(key, component);
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same schema with references to where the components are. */
function moved<T>(schema: T, owner: string, root: string): T {
  if (Array.isArray(schema)) return schema.map((member) => moved(member as unknown, owner, root)) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key !== '$ref') return [key, moved(value as unknown, owner, root)];
      const name = value === '#' ? root : String(value).replace('#/$defs/', '');
      return [key, `#/components/schemas/${schemaKey(owner, name)}`];
    }),
  ) as T;
}
