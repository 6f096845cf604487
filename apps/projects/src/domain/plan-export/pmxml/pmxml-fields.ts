import type { CustomKind, CustomValue } from '../../plan-file/custom-fields.js';
import type { PlanFile } from '../../plan-file/plan-file.js';
import { CODE_PREFIX } from '../../plan-file/primavera/primavera-codes.js';
import type { XmlText } from '../xml-text.js';

type Subject = 'Activity' | 'WBS' | 'Resource' | 'Resource Assignment';

interface Field {
  readonly id: string;
  readonly name: string;
  readonly kind: CustomKind;
  readonly subject: Subject;
}

const DATA_TYPES: Readonly<Record<CustomKind, readonly [type: string, element: string]>> = {
  text: ['Text', 'TextValue'],
  number: ['Double', 'DoubleValue'],
  cost: ['Cost', 'CostValue'],
  date: ['Start Date', 'StartDateValue'],
  duration: ['Text', 'TextValue'],
  flag: ['Text', 'TextValue'],
  code: ['Text', 'TextValue'],
};

/** Activity codes as such, all other custom values as user-defined fields. */
export class PmxmlFields {
  private readonly fields = new Map<string, Field>();
  private readonly codeTypes = new Map<string, string>();
  private readonly codeValues = new Map<
    string,
    { readonly id: number; readonly typeId: string; readonly value: string }
  >();

  constructor({ tasks, resources, assignments }: PlanFile) {
    for (const task of tasks) this.define(task.isSummary ? 'WBS' : 'Activity', task.customFields);
    for (const resource of resources) this.define('Resource', resource.customFields);
    for (const assignment of assignments) this.define('Resource Assignment', assignment.customFields);
  }

  writeDefinitions(xml: XmlText): void {
    for (const { id, name, kind, subject } of this.fields.values()) {
      xml.element('UDFType', () =>
        xml.leaves({ DataType: DATA_TYPES[kind][0], ObjectId: id, SubjectArea: subject, Title: name }),
      );
    }
    for (const [id, name] of this.codeTypes) {
      xml.element('ActivityCodeType', () => xml.leaves({ Name: name, ObjectId: id, Scope: 'Global' }));
    }
    for (const { id, typeId, value } of this.codeValues.values()) {
      xml.element('ActivityCode', () =>
        xml.leaves({ CodeTypeObjectId: typeId, CodeValue: value, Description: value, ObjectId: id }),
      );
    }
  }

  writeValues(xml: XmlText, values: readonly CustomValue[]): void {
    for (const { fieldId, value } of values) {
      const typeId = codeTypeOf(fieldId);
      const code = typeId === undefined ? undefined : this.codeValues.get(`${typeId} ${value}`);
      if (code === undefined) continue;
      xml.element('Code', () => xml.leaves({ TypeObjectId: typeId, ValueObjectId: code.id }));
    }
    for (const { fieldId, value } of values) {
      const field = this.fields.get(fieldId);
      if (field === undefined) continue;
      const [, element] = DATA_TYPES[field.kind];
      xml.element('UDF', () => xml.leaves({ TypeObjectId: field.id, [element]: value }));
    }
  }

  private define(subject: Subject, values: readonly CustomValue[]): void {
    for (const { fieldId, name, kind, value } of values) {
      const typeId = codeTypeOf(fieldId);
      if (typeId === undefined) {
        if (!this.fields.has(fieldId))
          this.fields.set(fieldId, { id: this.idOf(fieldId), name, kind, subject });
        continue;
      }
      this.codeTypes.set(typeId, name);
      const key = `${typeId} ${value}`;
      if (!this.codeValues.has(key))
        this.codeValues.set(key, { id: this.codeValues.size + 1, typeId, value });
    }
  }

  private idOf(fieldId: string): string {
    return /^\d{1,15}$/.test(fieldId) ? fieldId : String(900_000_000 + this.fields.size);
  }
}

function codeTypeOf(fieldId: string): string | undefined {
  return fieldId.startsWith(CODE_PREFIX) ? fieldId.slice(CODE_PREFIX.length) : undefined;
}
