import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { subjectParts } from '@meridian/bus';
import { ROOT } from '../architecture/source-tree.js';
import { classComments } from './class-comments.js';
import { contractSchema } from './contract-schema.js';
import type { ContractSchema } from './contract-schema.js';
import { EVENTS, OWNERS, REQUESTS } from './contracts.js';

/** By path from the repository's root: `libs/contracts/projects/schemas/task-progressed.v1.json`. */
export type SchemaFiles = ReadonlyMap<string, ContractSchema>;

/** What the gateway serves at `/asyncapi.json`. */
export const ASYNCAPI_PATH = 'apps/gateway/src/asyncapi/asyncapi.json';

/** Where a contract's schema is released. */
export function schemaPath(subject: string): string {
  const { owner, name, major } = subjectParts(subject);
  return `libs/contracts/${owner}/schemas/${name}.v${major}.json`;
}

/** What the classes say now. */
export function presentSchemas(): SchemaFiles {
  const comments = new Map(OWNERS.map((owner) => [owner, classComments(owner)]));
  return new Map(
    [...EVENTS, ...REQUESTS].map((named) => [
      schemaPath(named.contract.subject ?? ''),
      contractSchema(named, comments.get(named.owner)!),
    ]),
  );
}

/** What was released, as committed. */
export function releasedSchemas(): SchemaFiles {
  const paths = OWNERS.flatMap((owner) => filesIn(`libs/contracts/${owner}/schemas`));
  return new Map(paths.map((path) => [path, readJson(path) as ContractSchema]));
}

/** Golden examples by subject, the first shipped first. */
export function goldenExamples(): ReadonlyMap<string, readonly object[]> {
  return new Map(
    EVENTS.map(({ contract }) => {
      const { owner, name, major } = subjectParts(contract.subject ?? '');
      const paths = filesIn(`libs/contracts/${owner}/golden`).filter((path) =>
        new RegExp(`/${name}\\.v${major}(\\.\\d+)?\\.json$`).test(path),
      );
      return [contract.subject ?? '', paths.map((path) => readJson(path) as object)];
    }),
  );
}

function filesIn(folder: string): string[] {
  if (!existsSync(ROOT + folder)) return [];
  const names = readdirSync(ROOT + folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** A JSON file of the repository; undefined when there is none. */
export function readJson(path: string): unknown {
  if (!existsSync(ROOT + path)) return undefined;
  return JSON.parse(readFileSync(ROOT + path, 'utf8'));
}
