import { cleanName } from './clean-text.js';
import { decimalText, parseDecimal } from './decimal-text.js';
import { durationMinutes, flag, moment } from './mspdi-values.js';
import type { RecordFields } from './record-fields.js';
import type { XmlElement } from './xml-element.js';

export type CustomKind = 'text' | 'number' | 'cost' | 'date' | 'duration' | 'flag' | 'code';

/** A field that the people of the plan defined themselves, with the name they gave it. */
export interface CustomValue {
  readonly fieldId: string;
  /** Their alias, else the program's own name such as `Text1`. */
  readonly name: string;
  readonly kind: CustomKind;
  /** Text as it stands; dates as moments; durations in minutes; costs as decimals of the currency; flags `yes` or `no`. */
  readonly value: string;
}

/** Names of custom fields and the entries of lookup tables, gathered while the file is read. */
export class CustomFieldCatalogue {
  private readonly fields = new Map<string, { name: string; fieldName: string }>();
  private readonly lookups = new Map<string, string>();

  /** An `<ExtendedAttribute>` of the project: the definition of a field. */
  define(element: XmlElement): void {
    const fieldId = element.leaf('FieldID')?.trim();
    if (fieldId === undefined) return;
    const fieldName = cleanName(element.leaf('FieldName') ?? '', 120).text || `Field ${fieldId}`;
    const name = cleanName(element.leaf('Alias') ?? '', 120).text || fieldName;
    this.fields.set(fieldId, { name, fieldName });
    for (const value of element.within('ValueList', 'Value')) this.lookup(value);
  }

  /** An `<OutlineCode>` of the project: a lookup table. */
  defineTable(element: XmlElement): void {
    for (const value of element.within('Values', 'Value')) this.lookup(value);
  }

  /** The values of a task, resource or assignment. An unknown field keeps its number as its name. */
  valuesOf(fields: RecordFields): CustomValue[] {
    const elements = [
      ...fields.element.children('ExtendedAttribute'),
      ...fields.element.children('OutlineCode'),
    ];
    return elements.flatMap((element) => this.valueOf(element) ?? []);
  }

  private valueOf(element: XmlElement): CustomValue | undefined {
    const fieldId = element.leaf('FieldID')?.trim() ?? '';
    const looked =
      this.lookups.get(element.leaf('ValueGUID')?.trim() ?? '') ??
      this.lookups.get(element.leaf('ValueID')?.trim() ?? '');
    const raw = element.leaf('Value') ?? looked ?? element.leaf('ValueID') ?? '';
    if (fieldId === '' || raw === '') return undefined;
    const known = this.fields.get(fieldId);
    const kind = kindOf(known?.fieldName ?? '');
    return {
      fieldId,
      name: known?.name ?? `Field ${cleanName(fieldId, 40).text}`,
      kind,
      value: written(kind, raw),
    };
  }

  private lookup(value: XmlElement): void {
    const text = value.leaf('Value');
    if (text === undefined) return;
    for (const key of [
      value.leaf('FieldGUID'),
      value.leaf('ValueGUID'),
      value.leaf('ValueID'),
      value.leaf('ID'),
    ]) {
      const trimmed = key?.trim();
      if (trimmed !== undefined && trimmed !== '' && !this.lookups.has(trimmed))
        this.lookups.set(trimmed, text);
    }
  }
}

function kindOf(fieldName: string): CustomKind {
  if (/^(Enterprise )?(Outline Code)/i.test(fieldName)) return 'code';
  const word =
    /^(?:Enterprise )?(?:Project |Resource )?(Number|Cost|Date|Start|Finish|Duration|Flag)\s*\d+$/i.exec(
      fieldName,
    )?.[1];
  switch (word?.toLowerCase()) {
    case 'number':
      return 'number';
    case 'cost':
      return 'cost';
    case 'date':
    case 'start':
    case 'finish':
      return 'date';
    case 'duration':
      return 'duration';
    case 'flag':
      return 'flag';
    default:
      return 'text';
  }
}

/** A value that is not of its kind stays as it stands: it belongs to the people, not to us. */
function written(kind: CustomKind, raw: string): string {
  const text = cleanName(raw, 4_000).text;
  if (kind === 'date') return moment(text) ?? text;
  if (kind === 'duration') return String(durationMinutes(text) ?? text);
  if (kind === 'flag') return flag(text) === undefined ? text : flag(text) === true ? 'yes' : 'no';
  if (kind !== 'cost') return text;
  const hundredths = parseDecimal(text);
  return hundredths === undefined ? text : decimalText({ ...hundredths, scale: hundredths.scale + 2 });
}
