import { jsonSchemas } from '@meridian/bus';
import type { JsonSchema } from '@meridian/bus';
import type { ClassComments } from './class-comments.js';
import type { NamedContract } from './contracts.js';

/** What a contract says besides the form of its bodies. */
export interface ContractFacts {
  readonly subject: string;
  readonly kind: 'event' | 'command' | 'query';
  /** Events: the field that holds the aggregate id. */
  readonly aggregate?: string;
  /** Requests: where in the document the answer is described. */
  readonly answer?: string;
}

/** A contract as one JSON Schema document (2020-12): its own form at the root, classes within it and its answer in `$defs`. */
export interface ContractSchema extends JsonSchema {
  readonly $schema: string;
  readonly $id: string;
  readonly title: string;
  readonly 'x-meridian': ContractFacts;
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/**
 * The schema of an event or request as its classes say it now.
 *
 * @param comments what the sources say about the owner's classes and their fields
 */
export function contractSchema(named: NamedContract, comments: ClassComments): ContractSchema {
  const { contract } = named;
  const { subject, answer } = contract;
  const refTo = (target: new () => object): string => (target === contract ? '#' : `#/$defs/${target.name}`);
  const schemas = jsonSchemas(answer ? [contract, answer] : [contract], refTo);
  const described = new Map(
    [...schemas].map(([name, schema]) => [name, withComments(name, schema, comments)]),
  );
  const { [contract.name]: root, ...$defs } = Object.fromEntries(described);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:meridian:${subject}`,
    title: contract.name,
    'x-meridian': facts(named),
    ...root,
    ...(Object.keys($defs).length > 0 ? { $defs } : {}),
  } as ContractSchema;
}

function facts({ contract }: NamedContract): ContractFacts {
  const { subject = '', kind, aggregate, answer } = contract;
  if (!answer) return { subject, kind: 'event', aggregate };
  return { subject, kind: kind as 'command' | 'query', answer: `#/$defs/${answer.name}` };
}

function withComments(name: string, schema: JsonSchema, comments: ClassComments): JsonSchema {
  const comment = comments.get(name);
  const properties = Object.entries(schema['properties'] as Record<string, JsonSchema>).map(
    ([field, value]) => {
      const description = comment?.fields.get(field);
      return [field, description === undefined ? value : { description, ...value }] as const;
    },
  );
  return {
    ...(comment?.text === undefined ? {} : { description: comment.text }),
    ...schema,
    properties: Object.fromEntries(properties),
  };
}
