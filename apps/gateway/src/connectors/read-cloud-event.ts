import type { IncomingHttpHeaders } from 'node:http';
import { validateSync } from 'class-validator';
import { Problem } from '../http/problem.js';
import type { ProblemError } from '../http/problem.js';
import { textFault } from '../http/text-rule.js';
import { CloudEvent } from './cloud-event.js';

const ATTRIBUTES = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'datacontenttype',
  'dataschema',
] as const;
/** CloudEvents 1.0, section 3.1: attribute names are lower-case letters and digits. */
const ATTRIBUTE_NAME = /^[a-z0-9]{1,100}$/;
const PREFIX = 'ce-';

type Fields = Readonly<Record<string, unknown>>;
type Place = (attribute: string) => Omit<ProblemError, 'detail'>;

/**
 * Reads an event in either mode of the CloudEvents HTTP binding: structured (the body is the event) or binary (attributes
 * in `ce-` headers, the body is the data).
 *
 * @throws Problem 400 naming every attribute that is wrong, where it was sent
 */
export function readCloudEvent(headers: IncomingHttpHeaders, body: unknown): CloudEvent {
  const isStructured = (headers['content-type'] ?? '').toLowerCase().startsWith('application/cloudevents');
  const isBinary = !isStructured && Object.keys(headers).some((name) => name.startsWith(PREFIX));
  return isBinary ? binary(headers, body) : structured(body);
}

function structured(body: unknown): CloudEvent {
  const pointer: Place = (attribute) => ({ pointer: attribute === '' ? '' : `/${attribute}` });
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw notAnEvent([{ pointer: '', detail: 'must be one CloudEvent as a JSON object' }]);
  }
  const fields = body as Fields;
  const misnamed = Object.keys(fields).filter((name) => !ATTRIBUTE_NAME.test(name) && name !== 'data_base64');
  const errors: ProblemError[] = misnamed.map((name) => ({
    pointer: `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    detail: 'is no attribute name; attributes are written in lower-case letters and digits',
  }));
  if (fields['data_base64'] !== undefined) {
    errors.push({ pointer: '/data_base64', detail: 'is not taken; send data as a JSON object' });
  }
  return checked(fields, pointer, errors);
}

function binary(headers: IncomingHttpHeaders, body: unknown): CloudEvent {
  const header: Place = (attribute) =>
    attribute === 'data' ? { pointer: '' } : { header: `${PREFIX}${attribute}` };
  const errors: ProblemError[] = [];
  const fields: Record<string, unknown> = { data: body };
  for (const attribute of ATTRIBUTES) {
    const given = headers[`${PREFIX}${attribute}`];
    if (given === undefined) continue;
    const value = decoded(String(given));
    const fault = value === undefined ? 'is not percent-encoded UTF-8' : textFault(value);
    if (fault) errors.push({ ...header(attribute), detail: fault });
    fields[attribute] = value;
  }
  return checked(fields, header, errors);
}

function checked(fields: Fields, place: Place, found: readonly ProblemError[]): CloudEvent {
  const event = Object.assign(new CloudEvent(), pick(fields));
  const wrong = validateSync(event, { validationError: { target: false, value: false } });
  const errors = [
    ...found,
    ...wrong.flatMap(({ property, constraints }) =>
      Object.values(constraints ?? {}).map((detail) => ({ ...place(property), detail })),
    ),
  ];
  if (event.time !== undefined && !wrong.some(({ property }) => property === 'time')) {
    if (Number.isNaN(Date.parse(event.time))) {
      errors.push({ ...place('time'), detail: `is ${event.time}, which is no moment` });
    }
  }
  if (errors.length > 0) throw notAnEvent(errors);
  return event;
}

function pick(fields: Fields): Fields {
  const names = [...ATTRIBUTES, 'data'];
  return Object.fromEntries(names.filter((name) => fields[name] != null).map((name) => [name, fields[name]]));
}

/** CloudEvents HTTP binding 1.0.2, section 3.1.3.2: a value may stand in double quotes; then percent-encoding is undone. */
function decoded(value: string): string | undefined {
  const quoted = /^"(.*)"$/.exec(value)?.[1];
  const plain = quoted === undefined ? value : quoted.replace(/\\(.)/g, '$1');
  try {
    return decodeURIComponent(plain);
  } catch {
    return undefined;
  }
}

function notAnEvent(errors: readonly ProblemError[]): Problem {
  const places = errors.map(({ header, pointer }) => header ?? (pointer?.slice(1) || 'data'));
  const named = [...new Set(places)].slice(0, 20).join(', ');
  return new Problem(400, 'gateway/invalid-request', `This is not a CloudEvent we can take: ${named}.`, {
    errors,
  });
}
