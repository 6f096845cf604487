export type JsonSchema = { readonly [keyword: string]: unknown };

type InWords = (given: readonly unknown[]) => JsonSchema | undefined;

const silent: InWords = () => ({});

/** What each class-validator rule says in JSON Schema; undefined when it says something that has no words there. */
export const RULE_SCHEMAS: Readonly<Record<string, InWords>> = {
  isOptional: silent,
  isDefined: silent,
  isArray: silent,
  nestedValidation: silent,
  whitelistValidation: silent,
  isString: () => ({ type: 'string' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: ([options]) => ({ type: 'number', ...decimals(options as { maxDecimalPlaces?: number }) }),
  isBoolean: () => ({ type: 'boolean' }),
  isUuid: ([version]) => ({ type: 'string', format: 'uuid', ...uuidVersion(version) }),
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
  matches: ([pattern]) => patternOf(pattern as RegExp),
  isIn: ([allowed]) => ({ enum: [...(allowed as readonly unknown[])] }),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayMinSize: ([least]) => ({ minItems: least }),
};

/** JSON Schema has no flags: a pattern that needs them says something else without. */
function patternOf(pattern: RegExp): JsonSchema | undefined {
  return /^u?$/.test(pattern.flags) ? { type: 'string', pattern: pattern.source } : undefined;
}

function decimals(options: { maxDecimalPlaces?: number } | undefined): JsonSchema {
  const places = options?.maxDecimalPlaces;
  return places === undefined ? {} : { multipleOf: Number(`1e-${places}`) };
}

function uuidVersion(version: unknown): JsonSchema {
  return version === undefined || version === 'all' ? {} : { pattern: `^.{14}${version as string}` };
}
