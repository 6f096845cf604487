import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '@meridian/bus';
import { boundChanges } from './bound-changes.js';
import { patternEffect } from './pattern-inclusion.js';

/**
 * What a change does to the values that are allowed: fewer (`narrowed`), more (`widened`), others (`changed`). `lost`: a
 * field that somebody read is gone.
 */
export type Effect = 'narrowed' | 'widened' | 'changed' | 'lost';

export interface Change {
  readonly kind: string;
  readonly found: string;
  readonly effect: Effect;
  /** Nothing below can be compared any more. */
  readonly isAnotherThing?: boolean;
}

/** Words about a schema that change no value; what fields and members are is compared by those who walk them. */
const NOT_OF_THE_VALUE = new Set(
  (
    '$schema $id $comment $defs $ref title description examples deprecated x-meridian ' +
    'properties required items type enum pattern format ' +
    'minimum maximum minLength maxLength minItems maxItems'
  ).split(' '),
);

/** How the allowed values of one place changed, without what is below it. */
export function valueChanges(before: JsonSchema, now: JsonSchema): readonly Change[] {
  const types = typeChanges(typesOf(before), typesOf(now));
  if (types.some(({ isAnotherThing }) => isAnotherThing)) return types;
  return [
    ...types,
    ...choiceChanges(before['enum'] as Choices, now['enum'] as Choices),
    ...wordingChange('pattern', before, now),
    ...wordingChange('format', before, now),
    ...boundChanges(before, now),
    ...otherChanges(before, now),
  ];
}

type Types = ReadonlySet<string> | undefined;
type Choices = readonly unknown[] | undefined;

function typesOf(schema: JsonSchema): Types {
  const type = schema['type'] as string | readonly string[] | undefined;
  return type === undefined ? undefined : new Set([type].flat());
}

function typeChanges(before: Types, now: Types): Change[] {
  const found = `its type was ${listed(before)} and is ${listed(now)}`;
  if (isDeepStrictEqual(before, now)) return [];
  if (before === undefined) return [{ kind: 'type-imposed', found, effect: 'narrowed' }];
  if (now === undefined) return [{ kind: 'type-lifted', found, effect: 'widened' }];
  const changes: Change[] = [];
  if (!before.has('null') && now.has('null')) {
    changes.push({ kind: 'null-allowed', found: 'it may be null now', effect: 'widened' });
  } else if (before.has('null') && !now.has('null')) {
    changes.push({ kind: 'null-forbidden', found: 'it may be null no more', effect: 'narrowed' });
  }
  return [...changes, ...kindOfValue(without(before, 'null'), without(now, 'null'), found)];
}

function kindOfValue(before: ReadonlySet<string>, now: ReadonlySet<string>, found: string): Change[] {
  if (isDeepStrictEqual(before, now)) return [];
  const isAnotherThing = true;
  if (isDeepStrictEqual([...before, ...now], ['integer', 'number'])) {
    return [{ kind: 'fractions-allowed', found, effect: 'widened' }];
  }
  if (isDeepStrictEqual([...before, ...now], ['number', 'integer'])) {
    return [{ kind: 'fractions-forbidden', found, effect: 'narrowed' }];
  }
  if (before.has('array')) return [{ kind: 'list-to-value', found, effect: 'changed', isAnotherThing }];
  if (now.has('array')) return [{ kind: 'value-to-list', found, effect: 'changed', isAnotherThing }];
  return [{ kind: 'type-changed', found, effect: 'changed', isAnotherThing }];
}

function choiceChanges(before: Choices, now: Choices): Change[] {
  if (before === undefined && now === undefined) return [];
  if (before === undefined) {
    return [{ kind: 'choices-imposed', found: `only ${shown(now)} is allowed now`, effect: 'narrowed' }];
  }
  if (now === undefined) {
    return [
      { kind: 'choices-lifted', found: `anything but ${shown(before)} is allowed too`, effect: 'widened' },
    ];
  }
  const removed = before.filter((value) => !now.includes(value));
  const added = now.filter((value) => !before.includes(value));
  const changes: Change[] = [];
  if (removed.length > 0) {
    changes.push({
      kind: 'choice-removed',
      found: `the choice ${shown(removed)} is gone`,
      effect: 'narrowed',
    });
  }
  if (added.length > 0) {
    changes.push({ kind: 'choice-added', found: `the choice ${shown(added)} is new`, effect: 'widened' });
  }
  return changes;
}

/** Of two patterns one may hold the other; of two formats that is not decided, so another one counts as both. */
function wordingChange(keyword: 'pattern' | 'format', before: JsonSchema, now: JsonSchema): Change[] {
  const [old, young] = [before[keyword], now[keyword]] as (string | undefined)[];
  if (old === young) return [];
  const [was, is] = [shown([old]), shown([young])];
  if (old === undefined) {
    return [{ kind: `${keyword}-imposed`, found: `its ${keyword} is ${is} now`, effect: 'narrowed' }];
  }
  if (young === undefined) {
    return [{ kind: `${keyword}-lifted`, found: `its ${keyword} ${was} is gone`, effect: 'widened' }];
  }
  const effect = keyword === 'pattern' ? patternEffect(old, young) : 'changed';
  if (effect === 'same') return [];
  return [{ kind: `${keyword}-${effect}`, found: `its ${keyword} was ${was} and is ${is}`, effect }];
}

/** Whatever else the schemas say differently: not understood, so it may do anything. */
function otherChanges(before: JsonSchema, now: JsonSchema): Change[] {
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keywords
    .filter((keyword) => !NOT_OF_THE_VALUE.has(keyword))
    .filter((keyword) => !isDeepStrictEqual(before[keyword], now[keyword]))
    .map((keyword) => ({
      kind: 'rule-changed',
      found: `its ${keyword} was ${shown([before[keyword]])} and is ${shown([now[keyword]])}`,
      effect: 'changed',
    }));
}

function without(types: ReadonlySet<string>, type: string): ReadonlySet<string> {
  return new Set([...types].filter((one) => one !== type));
}

function listed(types: Types): string {
  return types === undefined ? 'anything' : [...types].join(' or ');
}

function shown(values: Choices): string {
  return (values ?? []).map((value) => JSON.stringify(value) ?? 'not there').join(', ');
}
