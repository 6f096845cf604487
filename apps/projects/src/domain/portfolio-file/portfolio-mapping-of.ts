import { isDate } from './dates.js';
import { MappingCheck } from './mapping-check.js';
import type { MappingError } from './mapping-check.js';
import type {
  ConfidenceField,
  CostField,
  NumberField,
  PortfolioFields,
  PortfolioMapping,
} from './portfolio-mapping.js';
import type { SnapshotField, TextField } from './portfolio-mapping.js';
import { portfolioRefusal } from './portfolio-refusal.js';
import type { DeliveryConfidence, Snapshot } from './portfolio-row.js';

const TEXT_FIELDS = ['code', 'name', 'orgUnit', 'category'] as const;
const NUMBER_FIELDS = ['variancePercent', 'durationMonths'] as const;
const FIELDS = [...TEXT_FIELDS, ...NUMBER_FIELDS, 'snapshot', 'wholeLifeCost', 'deliveryConfidence'];

/**
 * A mapping from its JSON value.
 *
 * @throws Refusal `projects/portfolio-mapping-invalid` whose details name every error: place, what was found, what is allowed.
 */
export function portfolioMappingOf(json: unknown): PortfolioMapping {
  const check = new MappingCheck();
  const root = check.record(json, 'mapping');
  check.known(root, 'mapping', ['name', 'sheet', 'delimiter', 'decimalMark', 'fields', 'key', 'description']);
  const fields = check.record(root['fields'], 'fields');
  check.known(fields, 'fields', FIELDS);
  const mapping: PortfolioMapping = {
    name: check.text(root['name'], 'name'),
    ...(root['sheet'] === undefined ? {} : { sheet: check.text(root['sheet'], 'sheet') }),
    ...(root['delimiter'] === undefined
      ? {}
      : { delimiter: check.oneOf(root['delimiter'], 'delimiter', [',', ';', '\t', '|'] as const) }),
    decimalMark: check.oneOf(root['decimalMark'] ?? '.', 'decimalMark', ['.', ','] as const),
    fields: fieldsOf(check, fields),
    key: keyOf(check, root['key'] ?? ['code'], fields),
  };
  if (check.errors.length === 0) return mapping;
  const sentence = `The mapping has ${check.errors.length} error(s): ${check.errors.slice(0, 5).map(asSentence).join(' ')}`;
  throw portfolioRefusal('projects/portfolio-mapping-invalid', sentence, { errors: check.errors });
}

function asSentence(error: MappingError): string {
  return `${error.path} is ${error.found}; it must be ${error.allowed}.`;
}

function keyOf(
  check: MappingCheck,
  value: unknown,
  fields: Record<string, unknown>,
): PortfolioMapping['key'] {
  const names =
    Array.isArray(value) && value.length > 0 && value.length <= 3 ? (value as unknown[]) : undefined;
  if (names === undefined) check.error('key', value, 'a list of one to three of code, name, orgUnit');
  return (names ?? []).map((name, index) => {
    const field = check.oneOf(name, `key.${index}`, ['code', 'name', 'orgUnit'] as const);
    if (fields[field] === undefined) check.error(`key.${index}`, name, 'a field that the mapping fills');
    return field;
  });
}

function fieldsOf(check: MappingCheck, fields: Record<string, unknown>): PortfolioFields {
  const found: Record<string, unknown> = {};
  for (const name of TEXT_FIELDS) {
    if (fields[name] === undefined && name !== 'name') continue;
    found[name] = textField(check, fields[name], `fields.${name}`);
  }
  for (const name of NUMBER_FIELDS) {
    if (fields[name] !== undefined) found[name] = numberField(check, fields[name], `fields.${name}`, name);
  }
  found['snapshot'] = snapshotField(check, fields['snapshot']);
  if (fields['wholeLifeCost'] !== undefined)
    found['wholeLifeCost'] = costField(check, fields['wholeLifeCost']);
  if (fields['deliveryConfidence'] !== undefined) {
    found['deliveryConfidence'] = confidenceField(check, fields['deliveryConfidence']);
  }
  return found as unknown as PortfolioFields;
}

function textField(check: MappingCheck, value: unknown, path: string): TextField {
  const field = check.record(value, path);
  check.known(field, path, ['column', 'values']);
  const column = check.text(field['column'], `${path}.column`);
  if (field['values'] === undefined) return { column };
  const values = Object.entries(check.record(field['values'], `${path}.values`));
  return {
    column,
    values: plain(values.map(([from, to]) => [from, check.text(to, `${path}.values.${from}`)])),
  };
}

function numberField(
  check: MappingCheck,
  value: unknown,
  path: string,
  name: (typeof NUMBER_FIELDS)[number],
): NumberField {
  const field = check.record(value, path);
  check.known(field, path, ['column', 'mayBeNegative']);
  const mayBeNegative = field['mayBeNegative'] ?? name === 'variancePercent';
  if (typeof mayBeNegative !== 'boolean')
    check.error(`${path}.mayBeNegative`, mayBeNegative, 'true or false');
  return { column: check.text(field['column'], `${path}.column`), mayBeNegative: mayBeNegative === true };
}

function costField(check: MappingCheck, value: unknown): CostField {
  const path = 'fields.wholeLifeCost';
  const field = check.record(value, path);
  check.known(field, path, ['column', 'unit', 'currency']);
  const currency = field['currency'];
  const isCode = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
  if (!isCode) check.error(`${path}.currency`, currency, 'an ISO 4217 code such as GBP');
  return {
    column: check.text(field['column'], `${path}.column`),
    unit: check.oneOf(field['unit'] ?? 'one', `${path}.unit`, [
      'one',
      'thousand',
      'million',
      'billion',
    ] as const),
    currency: isCode ? currency : '',
  };
}

function confidenceField(check: MappingCheck, value: unknown): ConfidenceField {
  const path = 'fields.deliveryConfidence';
  const field = check.record(value, path);
  check.known(field, path, ['column', 'values']);
  const values = Object.entries(check.record(field['values'], `${path}.values`)).map(
    ([from, to]) =>
      [from, check.oneOf(to, `${path}.values.${from}`, ['red', 'amber', 'green'] as const)] as [
        string,
        DeliveryConfidence,
      ],
  );
  return { column: check.text(field['column'], `${path}.column`), values: plain(values) };
}

function snapshotField(check: MappingCheck, value: unknown): SnapshotField {
  const path = 'fields.snapshot';
  const field = check.record(value, path);
  check.known(field, path, ['column', 'form', 'firstMonth', 'periods']);
  const periods =
    field['periods'] === undefined ? [] : Object.entries(check.record(field['periods'], `${path}.periods`));
  const forms = ['financial-year', 'calendar-year', 'date', 'listed'] as const;
  const form = check.oneOf(
    field['form'] ?? (periods.length > 0 ? 'listed' : 'financial-year'),
    `${path}.form`,
    forms,
  );
  if (form === 'listed' && periods.length === 0)
    check.error(`${path}.periods`, field['periods'], 'at least one period');
  const firstMonth = field['firstMonth'] ?? 4;
  const isMonth =
    typeof firstMonth === 'number' && Number.isInteger(firstMonth) && firstMonth >= 1 && firstMonth <= 12;
  if (!isMonth) check.error(`${path}.firstMonth`, firstMonth, 'a month from 1 to 12');
  return {
    column: check.text(field['column'], `${path}.column`),
    form,
    firstMonth: isMonth ? firstMonth : 4,
    periods: periods.map(([label, period]) => periodOf(check, label, period)),
  };
}

function periodOf(check: MappingCheck, label: string, value: unknown): Snapshot {
  const path = `fields.snapshot.periods.${label}`;
  const period = check.record(value, path);
  check.known(period, path, ['from', 'to']);
  const [from, to] = [check.text(period['from'], `${path}.from`), check.text(period['to'], `${path}.to`)];
  if (!isDate(from) || !isDate(to) || to < from)
    check.error(path, `${from} to ${to}`, 'two dates YYYY-MM-DD in order');
  return { label, from, to };
}

/** An object without a prototype, so that a value called `constructor` is only what the mapping says. */
function plain<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries));
}
