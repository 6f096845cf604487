import type { CustomKind, CustomValue } from '../../plan-file/custom-fields.js';
import { decimalText, parseDecimal } from '../../plan-file/decimal-text.js';
import type { PlanFile } from '../../plan-file/plan-file.js';
import type { XmlText } from '../xml-text.js';
import { durationText } from './mspdi-codes.js';

type Owner = 'task' | 'resource' | 'assignment';

interface FieldDefinition {
  readonly fieldId: string;
  readonly fieldName: string;
  readonly alias: string | null;
  readonly kind: CustomKind;
}

/** Ids that Microsoft Project gives its own custom fields (PjCustomField, PjAssignment...): first id, first number, how many. */
const RANGES: Readonly<
  Record<Owner, readonly (readonly [word: string, id: number, first: number, count: number])[]>
> = {
  task: [
    ['Text', 188743731, 1, 1],
    ['Text', 188743734, 2, 1],
    ['Text', 188743737, 3, 1],
    ['Text', 188743740, 4, 1],
    ['Text', 188743743, 5, 1],
    ['Text', 188743746, 6, 5],
    ['Text', 188743997, 11, 20],
    ['Flag', 188743752, 1, 10],
    ['Flag', 188743972, 11, 10],
    ['Number', 188743767, 1, 5],
    ['Number', 188743982, 6, 15],
    ['Duration', 188743783, 1, 3],
    ['Duration', 188743955, 4, 7],
    ['Cost', 188743786, 1, 3],
    ['Cost', 188743938, 4, 7],
    ['Date', 188743945, 1, 10],
  ],
  resource: [
    ['Text', 205520904, 1, 2],
    ['Text', 205520926, 3, 3],
    ['Text', 205520993, 6, 5],
    ['Text', 205521121, 11, 20],
  ],
  assignment: [
    ['Text', 255852632, 1, 10],
    ['Text', 255852762, 11, 20],
  ],
};

const WORDS: Readonly<Record<CustomKind, string>> = {
  text: 'Text',
  number: 'Number',
  cost: 'Cost',
  date: 'Date',
  duration: 'Duration',
  flag: 'Flag',
  code: 'Outline Code',
};

/**
 * The custom fields of a plan with ids of Microsoft Project. Fields that came from there keep theirs; others are given text
 * fields that are free, as long as there are any, and keep their names as aliases.
 */
export class MspdiFields {
  private readonly definitions = new Map<string, FieldDefinition>();

  constructor(plan: PlanFile) {
    this.define('task', plan.tasks);
    this.define('resource', plan.resources);
    this.define('assignment', plan.assignments);
  }

  writeDefinitions(xml: XmlText): void {
    const known = [...this.definitions.values()].filter(({ fieldName }) => fieldName !== '');
    xml.list('ExtendedAttributes', known, ({ fieldId, fieldName, alias }) =>
      xml.element('ExtendedAttribute', () =>
        xml.leaves({ FieldID: fieldId, FieldName: fieldName, Alias: alias }),
      ),
    );
  }

  writeValues(xml: XmlText, owner: Owner, values: readonly CustomValue[]): void {
    for (const value of values) {
      const definition = this.definitions.get(`${owner} ${value.fieldId}`);
      if (definition === undefined) continue;
      xml.element('ExtendedAttribute', () =>
        xml.leaves({ FieldID: definition.fieldId, Value: written(definition.kind, value.value) }),
      );
    }
  }

  private define(owner: Owner, items: readonly { readonly customFields: readonly CustomValue[] }[]): void {
    const fields = new Map(
      items.flatMap(({ customFields }) => customFields.map((field) => [field.fieldId, field])),
    );
    const taken = new Set(fields.keys());
    const free = RANGES[owner]
      .filter(([word]) => word === 'Text')
      .flatMap(([, id, , count]) => Array.from({ length: count }, (_, at) => String(id + at)))
      .filter((id) => !taken.has(id));
    for (const field of fields.values()) {
      const own = /^\d+$/.test(field.fieldId);
      const fieldId = own ? field.fieldId : free.shift();
      if (fieldId === undefined) continue;
      const kind = own ? field.kind : 'text';
      const fieldName = nameOf(owner, fieldId, field, kind);
      const alias = field.name === fieldName ? null : field.name;
      this.definitions.set(`${owner} ${field.fieldId}`, { fieldId, fieldName, alias, kind });
    }
  }
}

/** Microsoft Project's own name of a field; empty for a field of which nothing but the number is known. */
function nameOf(owner: Owner, fieldId: string, { name }: CustomValue, kind: CustomKind): string {
  const id = Number(fieldId);
  const range = RANGES[owner].find(([, first, , count]) => id >= first && id < first + count);
  if (range !== undefined && range[0] === WORDS[kind]) return `${range[0]}${range[2] + id - range[1]}`;
  if (kind === 'text') return name === `Field ${fieldId}` ? '' : name;
  return new RegExp(`^${WORDS[kind]}\\s*\\d+$`).test(name) ? name : `${WORDS[kind]}1`;
}

/** What is not of its kind stands as it is. */
function written(kind: CustomKind, value: string): string {
  if (kind === 'duration' && /^-?\d+(\.\d+)?$/.test(value)) return durationText(Number(value)) ?? value;
  if (kind === 'flag') return value === 'yes' ? '1' : value === 'no' ? '0' : value;
  if (kind !== 'cost') return value;
  const amount = parseDecimal(value);
  if (amount === undefined) return value;
  return decimalText(
    amount.scale >= 2
      ? { ...amount, scale: amount.scale - 2 }
      : { unscaled: amount.unscaled * 10n ** BigInt(2 - amount.scale), scale: 0 },
  );
}
