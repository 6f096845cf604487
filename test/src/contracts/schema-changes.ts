import { presentSchemas, schemaPath } from './release-files.js';
import type { ContractSchema } from './contract-schema.js';

/** A schema that may be written to. */
export type Draft = { [keyword: string]: any };

export interface SchemaChange {
  /** What somebody did, in a sentence. */
  readonly sentence: string;
  /** `events.projects.task-progressed.v1` */
  readonly subject: string;
  readonly change: (draft: Draft) => void;
}

/** By subject: the sentence, the kind that is found, where, and the change. */
export type ChangeTable = Readonly<
  Record<
    string,
    readonly (readonly [sentence: string, kind: string, path: string, change: SchemaChange['change']])[]
  >
>;

const schemas = presentSchemas();

/** The real schema of a contract, and what it is after the change. */
export function beforeAndAfter({ subject, change }: SchemaChange): readonly [ContractSchema, ContractSchema] {
  const before = schemas.get(schemaPath(subject));
  if (before === undefined) throw new Error(`There is no contract on ${subject}.`);
  const after = structuredClone(before) as Draft;
  change(after);
  return [before, after as ContractSchema];
}

/** Changes one field of the root, or of a class within (`PlannedTask.wbs`). */
export function field(path: string, change: (draft: Draft) => void): (draft: Draft) => void {
  return (draft) => change(ownerOf(draft, path).properties[nameOf(path)]);
}

/** Says something else of a field; undefined takes a word away. */
export function set(path: string, words: Draft): (draft: Draft) => void {
  return field(path, (schema) => {
    Object.assign(schema, words);
    for (const [word, value] of Object.entries(words)) if (value === undefined) delete schema[word];
  });
}

export function remove(path: string): (draft: Draft) => void {
  return (draft) => {
    const owner = ownerOf(draft, path);
    delete owner.properties[nameOf(path)];
    owner.required = owner.required?.filter((name: string) => name !== nameOf(path));
  };
}

export function add(path: string, schema: Draft, presence: 'optional' | 'required'): (draft: Draft) => void {
  return (draft) => {
    const owner = ownerOf(draft, path);
    owner.properties[nameOf(path)] = schema;
    if (presence === 'required') owner.required = [...(owner.required ?? []), nameOf(path)];
  };
}

export function rename(path: string, other: string): (draft: Draft) => void {
  return (draft) => {
    const owner = ownerOf(draft, path);
    const name = nameOf(path);
    owner.properties[other] = owner.properties[name];
    delete owner.properties[name];
    owner.required = owner.required?.map((one: string) => (one === name ? other : one));
  };
}

export function mandate(path: string): (draft: Draft) => void {
  return (draft) => {
    const owner = ownerOf(draft, path);
    owner.required = [...(owner.required ?? []), nameOf(path)];
  };
}

export function relax(path: string): (draft: Draft) => void {
  return (draft) => {
    const owner = ownerOf(draft, path);
    owner.required = owner.required.filter((name: string) => name !== nameOf(path));
  };
}

function ownerOf(draft: Draft, path: string): Draft {
  const owner = path.includes('.') ? draft['$defs'][path.split('.')[0]!] : draft;
  if (owner?.properties === undefined) throw new Error(`${draft['title']} has no class of ${path}.`);
  return owner;
}

function nameOf(path: string): string {
  return path.split('.').at(-1)!;
}
