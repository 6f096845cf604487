import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { incompatibilities } from './compatibility.js';
import type { ContractSchema } from './contract-schema.js';
import { presentSchemas } from './release-files.js';
import { add, remove, rename, set } from './schema-changes.js';
import type { Draft } from './schema-changes.js';

const schemas = [...presentSchemas().values()];
/** `wbs` for fields of the contract itself, `PlannedTask.wbs` for fields of classes within it and of its answer. */
const places = schemas.flatMap((schema) => [
  ...Object.keys(schema.properties).map((path) => ({ schema, path })),
  ...Object.entries(schema.$defs ?? {}).flatMap(([name, within]) =>
    Object.keys(within['properties'] as object).map((field) => ({ schema, path: `${name}.${field}` })),
  ),
]);

test('every field of every contract is looked at', () => {
  expect(schemas.length).toBeGreaterThanOrEqual(70);
  expect(places.length).toBeGreaterThanOrEqual(700);
});

test.each<[string, (path: string) => (draft: Draft) => void]>([
  ['is gone', remove],
  ['is renamed', (path) => rename(path, 'renamedField')],
  ['is something else', (path) => set(path, { type: 'null', $ref: undefined })],
  ['gets a rule that nobody knows', (path) => set(path, { $ref: undefined, not: {} })],
])('a field that %s is refused in every contract', (_what, changeOf) => {
  expect(places.filter(({ schema, path }) => !isRefused(schema, changeOf(path))).map(nameOf)).toEqual([]);
});

test('an optional field is welcome beside every field of every contract', () => {
  const beside = (path: string): string => path.replace(/[^.]+$/, 'addedLater');
  const refused = places.filter(({ schema, path }) =>
    isRefused(schema, add(beside(path), { type: 'string' }, 'optional')),
  );
  expect(refused.map(nameOf)).toEqual([]);
});

test('another description is welcome on every field of every contract', () => {
  const refused = places.filter(({ schema, path }) =>
    isRefused(schema, set(path, { description: 'Better.' })),
  );
  expect(refused.map(nameOf)).toEqual([]);
});

function isRefused(schema: ContractSchema, change: (draft: Draft) => void): boolean {
  const draft = structuredClone(schema) as Draft;
  change(draft);
  return incompatibilities(schema, draft as ContractSchema).length > 0;
}

function nameOf({ schema, path }: (typeof places)[number]): string {
  return `${schema.title}: ${path}`;
}
