import { cleanName } from '../clean-text.js';
import type { CustomKind, CustomValue } from '../custom-fields.js';
import { moment } from '../mspdi-values.js';
import type { RecordFields } from '../record-fields.js';
import type { XmlElement } from '../xml-element.js';
import { objectId } from './primavera-file.js';

/** Ids of activity code types are led by this word, since user-defined fields have ids of their own. */
export const CODE_PREFIX = 'code:';

/** Elements in which the value of a user-defined field may stand, and the kind they tell. */
const VALUES: readonly (readonly [element: string, kind: CustomKind])[] = [
  ['TextValue', 'text'],
  ['DoubleValue', 'number'],
  ['IntegerValue', 'number'],
  ['CostValue', 'cost'],
  ['StartDateValue', 'date'],
  ['FinishDateValue', 'date'],
  ['IndicatorValue', 'text'],
];

/** What the definition of a field says its values are. */
const DATA_TYPES: ReadonlyMap<string, CustomKind> = new Map([
  ['Text', 'text'],
  ['Double', 'number'],
  ['Integer', 'number'],
  ['Cost', 'cost'],
  ['Start Date', 'date'],
  ['Finish Date', 'date'],
  ['Indicator', 'text'],
]);

/** Activity codes and user-defined fields by their ids. */
export class PrimaveraCodes {
  private readonly types = new Map<string, string>();
  private readonly values = new Map<string, string>();
  private readonly fields = new Map<string, { readonly name: string; readonly kind: CustomKind }>();

  constructor(types: readonly XmlElement[], values: readonly XmlElement[], fields: readonly XmlElement[]) {
    for (const type of types) this.types.set(objectId(type), textOf(type, 'Name'));
    for (const value of values)
      this.values.set(objectId(value), textOf(value, 'CodeValue') || textOf(value, 'Description'));
    for (const field of fields) {
      const kind = DATA_TYPES.get(textOf(field, 'DataType')) ?? 'text';
      this.fields.set(objectId(field), { name: textOf(field, 'Title'), kind });
    }
  }

  /** The values of an activity, WBS element, resource or assignment. An unknown field keeps its number as its name. */
  valuesOf({ element }: RecordFields): CustomValue[] {
    const seen = new Set<string>();
    return [
      ...element.children('Code').flatMap((code) => this.codeOf(code) ?? []),
      ...element.children('UDF').flatMap((field) => this.fieldOf(field) ?? []),
    ].filter(({ fieldId }) => !seen.has(fieldId) && seen.add(fieldId));
  }

  private codeOf(element: XmlElement): CustomValue | undefined {
    const type = textOf(element, 'TypeObjectId');
    const value = this.values.get(textOf(element, 'ValueObjectId'));
    if (type === '' || value === undefined || value === '') return undefined;
    const name = this.types.get(type) ?? `Code ${type}`;
    return { fieldId: `${CODE_PREFIX}${type}`, name, kind: 'code', value };
  }

  private fieldOf(element: XmlElement): CustomValue | undefined {
    const fieldId = textOf(element, 'TypeObjectId');
    const found = VALUES.find(([name]) => (element.leaf(name) ?? '').trim() !== '');
    if (fieldId === '' || found === undefined) return undefined;
    const known = this.fields.get(fieldId);
    const kind = known?.kind ?? found[1];
    const text = cleanName(element.leaf(found[0])!, 4_000).text;
    return {
      fieldId,
      name: known?.name || `Field ${fieldId}`,
      kind,
      value: kind === 'date' ? (moment(text) ?? text) : text,
    };
  }
}

function textOf(element: XmlElement, name: string): string {
  return cleanName(element.leaf(name) ?? '', 200).text;
}
