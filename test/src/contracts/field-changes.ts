import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '@meridian/bus';
import type { Change } from './value-changes.js';

/** The fields of an object as one of the two schemas has them. */
export interface Side {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: ReadonlySet<string>;
}

export interface FieldChange extends Change {
  readonly field: string;
}

/**
 * Fields that went, came, were renamed, or became required or optional; and the names that both sides have.
 *
 * @param refusesUnknown whether the reader refuses a field it does not know (a service that is asked does)
 */
export function fieldChanges(
  before: Side,
  now: Side,
  refusesUnknown: boolean,
): { readonly changes: readonly FieldChange[]; readonly kept: readonly string[] } {
  const removed = Object.keys(before.properties).filter((name) => !(name in now.properties));
  const added = Object.keys(now.properties).filter((name) => !(name in before.properties));
  const kept = Object.keys(before.properties).filter((name) => name in now.properties);
  const renames = new Map(
    removed.flatMap((name) => {
      const other = added.find((candidate) => isRename(name, candidate, before, now));
      return other === undefined ? [] : [[name, other] as const];
    }),
  );
  const renamed = new Set(renames.values());
  const changes = [
    ...removed.map((name) => goneChange(name, renames.get(name), now, refusesUnknown)),
    ...added.filter((name) => now.required.has(name) && !renamed.has(name)).map(requiredChange),
    ...kept.flatMap((name) => presenceChange(name, before, now)),
  ];
  return { changes, kept };
}

function goneChange(
  field: string,
  other: string | undefined,
  now: Side,
  refusesUnknown: boolean,
): FieldChange {
  const isNeeded = other !== undefined && now.required.has(other);
  const effect = refusesUnknown ? 'narrowed' : isNeeded ? 'changed' : 'lost';
  if (other === undefined) return { kind: 'field-removed', field, found: 'it is gone', effect };
  if (unitOf(field) !== unitOf(other)) {
    const found = `it is gone, and ${other} came: another unit`;
    return { kind: 'unit-changed', field, found, effect };
  }
  return { kind: 'field-renamed', field, found: `it is gone, and ${other} of the same form came`, effect };
}

function requiredChange(field: string): FieldChange {
  return { kind: 'required-field-added', field, found: 'it is new and required', effect: 'narrowed' };
}

function presenceChange(field: string, before: Side, now: Side): FieldChange[] {
  const [was, is] = [before.required.has(field), now.required.has(field)];
  if (was === is) return [];
  return [
    is
      ? { kind: 'field-made-required', field, found: 'it was optional and is required', effect: 'narrowed' }
      : { kind: 'field-made-optional', field, found: 'it was required and is optional', effect: 'widened' },
  ];
}

/** One field went and another came: of the same form, or of the same name but for the unit. */
function isRename(name: string, other: string, before: Side, now: Side): boolean {
  if (stemOf(name) === stemOf(other)) return true;
  return isDeepStrictEqual(formOf(before.properties[name]!), formOf(now.properties[other]!));
}

function formOf({ description: _description, ...form }: JsonSchema): JsonSchema {
  return form;
}

const UNIT =
  /(?:Minor|Cents|Amount|Percent|Ratio|Ms|Seconds|Minutes|Hours|Days|Weeks|Months|Bytes|Fte|On|At|Base64)$/;

function unitOf(name: string): string {
  return UNIT.exec(name)?.[0] ?? '';
}

function stemOf(name: string): string {
  return name.replace(UNIT, '');
}
