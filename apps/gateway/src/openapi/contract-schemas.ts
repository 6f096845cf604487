import { contractFields } from '@meridian/bus';
import type { ContractField } from '@meridian/bus';
import { ApiProperty } from '@nestjs/swagger';

const described = new Set<object>();

/**
 * Tells the API description about a class whose fields carry class-validator rules: one source for what is checked and
 * what is written down. Classes within it are described as well.
 */
export function describeClass(target: new () => object): void {
  if (described.has(target)) return;
  described.add(target);
  for (const field of contractFields(target)) {
    if (field.nested) describeClass(field.nested);
    ApiProperty(optionsOf(field))(target.prototype as object, field.name);
  }
}

function optionsOf(field: ContractField): object {
  const required = !field.isOptional;
  if (field.nested) return { type: field.nested, isArray: field.isList, ...field.list, required };
  if (field.isList) return { type: 'array', items: field.value, ...field.list, required };
  return { ...field.value, required };
}
