import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import type { ValidationArguments } from 'class-validator';

type AnyClass = new () => object;
type Fields = Record<string, unknown>;

interface Rule {
  readonly constraints: unknown[];
  readonly isOfMembers: boolean;
  readonly validate: (value: unknown, found: ValidationArguments) => unknown;
}

interface Field {
  readonly name: string;
  /** `@IsOptional` and its like: unless all of them say so, no other rule is asked. */
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly rules: readonly Rule[];
  readonly isNested: boolean;
}

/** What the decorators of a class say, gathered once. */
export interface CompiledContract {
  readonly target: AnyClass;
  readonly fields: Field[];
  readonly names: Set<string>;
  /** Classes of the fields marked with `@Type`. */
  readonly nested: Map<string, CompiledContract>;
}

/** class-transformer's number for this direction. */
const PLAIN_TO_CLASS = 0;

const compiled = new Map<AnyClass, CompiledContract | null>();

/**
 * The rules of a contract in a form that says yes quickly: the validators of class-validator themselves, found once and not for
 * every message. Null for a class that uses more of class-validator or class-transformer than is known here.
 */
export function compiledContract(target: AnyClass): CompiledContract | null {
  const known = compiled.get(target);
  if (known !== undefined) return known;
  const made: CompiledContract = { target, fields: [], names: new Set(), nested: new Map() };
  compiled.set(target, made); // a tree names its own class
  if (compile(made)) return made;
  giveUp(made);
  return null;
}

/** A class that cannot be compiled takes those with it that hold it. */
function giveUp(contract: CompiledContract): void {
  compiled.set(contract.target, null);
  for (const other of compiled.values())
    if (other !== null && [...other.nested.values()].includes(contract)) giveUp(other);
}

/**
 * A plain JSON value as an instance of the contract when it keeps all rules. Undefined when it may break one: then the slow way
 * has to say which.
 */
export function quickReading(
  contract: CompiledContract,
  plain: object,
  unknownFields: 'refuse' | 'keep',
): object | undefined {
  const value = instanceOf(contract, plain as Fields);
  return keepsRules(contract, value, unknownFields === 'refuse') ? value : undefined;
}

function instanceOf({ target, nested }: CompiledContract, plain: Fields): Fields {
  const made = new target() as Fields;
  for (const key of Object.keys(plain)) {
    if (typeof made[key] === 'function') continue;
    const inner = nested.get(key);
    made[key] = inner === undefined ? plain[key] : nestedValue(inner, plain[key]);
  }
  return made;
}

function nestedValue(contract: CompiledContract, value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((member) => (isObject(member) ? instanceOf(contract, member) : member));
  return isObject(value) ? instanceOf(contract, value) : value;
}

function keepsRules(contract: CompiledContract, object: Fields, refusesUnknown: boolean): boolean {
  if (refusesUnknown && Object.keys(object).some((key) => !contract.names.has(key))) return false;
  return contract.fields.every((field) => keepsField(contract, field, object, refusesUnknown));
}

function keepsField(
  contract: CompiledContract,
  { name, conditions, rules, isNested }: Field,
  object: Fields,
  refusesUnknown: boolean,
): boolean {
  const value = object[name];
  if (!conditions.every((applies) => applies(object, value))) return true;
  const targetName = contract.target.name;
  const keeps = ({ validate, constraints, isOfMembers }: Rule): boolean => {
    const found = { targetName, property: name, object, value, constraints };
    return isOfMembers && Array.isArray(value)
      ? value.every((member) => validate(member, found) === true)
      : validate(value, found) === true;
  };
  if (!rules.every(keeps)) return false;
  if (!isNested || value === undefined) return true;
  const inner = contract.nested.get(name)!;
  const members: readonly unknown[] = Array.isArray(value) ? value : [value];
  return members.every((member) => isObject(member) && keepsRules(inner, member, refusesUnknown));
}

function compile({ target, fields, names, nested }: CompiledContract): boolean {
  const storage = getMetadataStorage();
  const found = storage.groupByPropertyName(storage.getTargetValidationMetadatas(target, '', false, false));
  for (const [name, metadatas] of Object.entries(found)) {
    const field = { name, conditions: [], rules: [], isNested: false } as Writable<Field>;
    names.add(name);
    fields.push(field);
    for (const metadata of metadatas) {
      const { type, constraints, each, validateIf } = metadata;
      if (validateIf !== undefined || (metadata.groups ?? []).length > 0) return false;
      if (type === 'conditionalValidation') field.conditions.push(constraints[0] as Field['conditions'][0]);
      else if (type === 'nestedValidation') field.isNested = true;
      else if (type !== 'customValidation') return false;
      else
        for (const { async, instance } of storage.getTargetValidatorConstraints(metadata.constraintCls)) {
          if (async) return false;
          const validate = instance.validate.bind(instance);
          field.rules.push({ constraints: constraints ?? [], isOfMembers: each, validate });
        }
    }
    if (!compileNested(target, field, nested)) return false;
  }
  return [...names].every((name) => isUntransformed(target, name));
}

function compileNested(
  target: AnyClass,
  { name, isNested }: Field,
  nested: CompiledContract['nested'],
): boolean {
  const metadata = defaultMetadataStorage.findTypeMetadata(target, name);
  if (metadata === undefined) return !isNested;
  const inner = metadata.typeFunction() as AnyClass;
  const isPlain = ([String, Number, Boolean, Date, Object, Map, Set, Buffer] as unknown[]).includes(inner);
  if (isPlain || metadata.options?.discriminator !== undefined) return false;
  const contract = compiledContract(inner);
  if (contract !== null) nested.set(name, contract);
  return contract !== null;
}

/** No `@Transform`, `@Expose` or `@Exclude`: they are for class-transformer alone. */
function isUntransformed(target: AnyClass, name: string): boolean {
  const metadatas = [
    ...defaultMetadataStorage.findTransformMetadatas(target, name, PLAIN_TO_CLASS),
    ...defaultMetadataStorage.getExposedMetadatas(target),
    ...defaultMetadataStorage.getExcludedMetadatas(target),
  ];
  return metadatas.length === 0;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
