import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import { RULE_SCHEMAS } from './json-schema-rules.js';
import type { JsonSchema } from './json-schema-rules.js';

/** A field of a class with class-validator rules, in the words of JSON Schema. */
export interface ContractField {
  readonly name: string;
  readonly isOptional: boolean;
  readonly isList: boolean;
  /** The class of the value, or of each member of a list. */
  readonly nested?: new () => object;
  /** What the rules say of the value, or of each member of a list. */
  readonly value: JsonSchema;
  /** What the rules say of the list itself: `minItems`, `maxItems`. */
  readonly list: JsonSchema;
  /** Rules that have no words in JSON Schema here. */
  readonly unknownRules: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly constraints: readonly unknown[];
  readonly isOfMembers: boolean;
}

type AnyClass = new () => object;

/** The fields of a class in the order of their declaration. What no rule speaks of is no field. */
export function contractFields(target: AnyClass): readonly ContractField[] {
  return [...rulesOf(target)].map(([name, rules]) => fieldOf(target, name, rules));
}

/**
 * JSON Schemas (2020-12) of classes and of every class within them, by class name.
 *
 * A field that may be absent is no member of `required`. Fields nobody declared are not spoken of: events keep them,
 * requests refuse them.
 *
 * @param refTo where the schema of a class will be found, for example `#/$defs/Step`
 * @throws TypeError when a rule has no words in JSON Schema, or two classes share a name
 */
export function jsonSchemas(
  roots: readonly AnyClass[],
  refTo: (target: AnyClass) => string,
): ReadonlyMap<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  const classes = new Map<string, AnyClass>();
  const visit = (target: AnyClass): void => {
    const known = classes.get(target.name);
    if (known === target) return;
    if (known)
      throw new TypeError(`Two classes are named ${target.name}; in one contract each needs its own.`);
    classes.set(target.name, target);
    const fields = contractFields(target);
    found.set(target.name, objectSchema(target, fields, refTo));
    for (const { nested } of fields) if (nested) visit(nested);
  };
  roots.forEach(visit);
  return found;
}

function objectSchema(
  target: AnyClass,
  fields: readonly ContractField[],
  refTo: (target: AnyClass) => string,
): JsonSchema {
  const unknown = fields.flatMap((field) => field.unknownRules.map((rule) => `${field.name}: ${rule}`));
  if (unknown.length > 0) {
    throw new TypeError(
      `${target.name} has rules without words in JSON Schema (${unknown.join(', ')}). Use another rule, or teach it in libs/bus/src/contracts/json-schema-rules.ts.`,
    );
  }
  const required = fields.filter((field) => !field.isOptional).map((field) => field.name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, propertySchema(field, refTo)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function propertySchema(field: ContractField, refTo: (target: AnyClass) => string): JsonSchema {
  const value = field.nested ? { $ref: refTo(field.nested) } : field.value;
  return field.isList ? { type: 'array', ...field.list, items: value } : value;
}

function fieldOf(target: AnyClass, name: string, rules: readonly Rule[]): ContractField {
  // decorators run from the last to the first
  const words = rules.map((rule) => RULE_SCHEMAS[rule.name]?.(rule.constraints) ?? {}).toReversed();
  const said = Object.assign({}, ...words) as Record<string, unknown>;
  const { minItems, maxItems, ...value } = said;
  const isList = rules.some((rule) => rule.name === 'isArray' || rule.isOfMembers);
  const reflected = Reflect.getMetadata('design:type', target.prototype as object, name) as unknown;
  return {
    name,
    isOptional: rules.some((rule) => rule.name === 'isOptional'),
    isList,
    nested: nestedClass(target, name),
    value: typed(value, isList ? undefined : reflected),
    list: {
      ...(minItems === undefined ? {} : { minItems }),
      ...(maxItems === undefined ? {} : { maxItems }),
    },
    unknownRules: rules
      .filter((rule) => !RULE_SCHEMAS[rule.name]?.(rule.constraints))
      .map((rule) => rule.name),
  };
}

/** `@IsIn` and bounds name no type: it follows from the values, or from the type in the class. */
function typed(schema: JsonSchema, reflected: unknown): JsonSchema {
  if (schema['type'] !== undefined) return schema;
  const values = schema['enum'] as readonly unknown[] | undefined;
  if (values) return { type: typeof values[0], ...schema };
  if (reflected === String) return { type: 'string', ...schema };
  if (reflected === Number) return { type: 'number', ...schema };
  if (reflected === Boolean) return { type: 'boolean', ...schema };
  return schema;
}

function nestedClass(target: AnyClass, name: string): AnyClass | undefined {
  const nested = defaultMetadataStorage.findTypeMetadata(target, name)?.typeFunction() as unknown;
  const plain: readonly unknown[] = [String, Number, Boolean, Date, Object];
  return typeof nested === 'function' && !plain.includes(nested) ? (nested as AnyClass) : undefined;
}

function rulesOf(target: AnyClass): Map<string, Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const one of getMetadataStorage().getTargetValidationMetadatas(target, '', false, false)) {
    found.set(one.propertyName, [...(found.get(one.propertyName) ?? []), ruleOf(one)]);
  }
  return found;
}

function ruleOf(metadata: ValidationMetadata): Rule {
  const name = metadata.type === 'conditionalValidation' ? 'isOptional' : (metadata.name ?? metadata.type);
  return { name, constraints: metadata.constraints ?? [], isOfMembers: metadata.each };
}
