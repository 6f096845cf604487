import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { ApiProperty } from '@nestjs/swagger';

type Rule = { readonly name: string; readonly constraints: readonly unknown[]; readonly each: boolean };
type Schema = Record<string, unknown>;

/** What each class-validator rule says in JSON Schema. */
const SCHEMAS: Readonly<Record<string, (given: readonly unknown[]) => Schema>> = {
  isString: () => ({ type: 'string' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isIso8601: () => ({ type: 'string', format: 'date-time' }),
  isObject: () => ({ type: 'object' }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  minLength: ([least]) => ({ type: 'string', minLength: least }),
  maxLength: ([most]) => ({ type: 'string', maxLength: most }),
  isLength: ([least, most]) => ({
    type: 'string',
    minLength: least,
    ...(most === undefined ? {} : { maxLength: most }),
  }),
  matches: ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  isIn: ([allowed]) => ({ enum: [...(allowed as readonly unknown[])] }),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayMinSize: ([least]) => ({ minItems: least }),
};

const described = new Set<object>();

/**
 * Tells the API description about a class whose fields carry class-validator rules: one source for what is checked and
 * what is written down. Classes within it are described as well.
 */
export function describeClass(target: new () => object): void {
  if (described.has(target)) return;
  described.add(target);
  for (const [property, rules] of rulesOf(target)) {
    const nested = nestedClass(target, property);
    if (nested) describeClass(nested);
    ApiProperty(optionsOf(target, property, rules, nested))(target.prototype as object, property);
  }
}

function optionsOf(
  target: new () => object,
  property: string,
  rules: readonly Rule[],
  nested: unknown,
): Schema {
  const isArray = rules.some(({ name, each }) => name === 'isArray' || each);
  const isOptional = rules.some(({ name }) => name === 'isOptional');
  const schema = Object.assign(
    {},
    ...rules.map(({ name, constraints }) => SCHEMAS[name]?.(constraints) ?? {}),
  ) as Schema;
  const { minItems, maxItems, ...item } = schema;
  if (nested) return { type: nested, isArray, required: !isOptional };
  if (isArray) return { type: 'array', items: typed(item), minItems, maxItems, required: !isOptional };
  const reflected = Reflect.getMetadata('design:type', target.prototype as object, property) as unknown;
  return { ...typed(item, reflected), required: !isOptional };
}

function typed(schema: Schema, reflected?: unknown): Schema {
  if (schema['type'] !== undefined) return schema;
  const values = schema['enum'] as readonly unknown[] | undefined;
  if (values) return { ...schema, type: typeof values[0] === 'number' ? 'number' : 'string' };
  const names = new Map<unknown, string>([
    [Number, 'number'],
    [Boolean, 'boolean'],
    [Object, 'object'],
  ]);
  return { ...schema, type: names.get(reflected) ?? 'string' };
}

function nestedClass(target: new () => object, property: string): (new () => object) | undefined {
  const nested = defaultMetadataStorage.findTypeMetadata(target, property)?.typeFunction() as unknown;
  const plain: readonly unknown[] = [String, Number, Boolean, Date, Object];
  return typeof nested === 'function' && !plain.includes(nested) ? (nested as new () => object) : undefined;
}

function rulesOf(target: new () => object): Map<string, Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const one of getMetadataStorage().getTargetValidationMetadatas(target, '', false, false)) {
    const list = found.get(one.propertyName) ?? [];
    list.push(ruleOf(one));
    found.set(one.propertyName, list);
  }
  return found;
}

function ruleOf(metadata: ValidationMetadata): Rule {
  const name = metadata.type === 'conditionalValidation' ? 'isOptional' : (metadata.name ?? metadata.type);
  return { name, constraints: metadata.constraints ?? [], each: metadata.each };
}
