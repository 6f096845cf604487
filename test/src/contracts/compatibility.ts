import type { JsonSchema } from '@meridian/bus';
import type { ContractSchema } from './contract-schema.js';
import { fieldChanges } from './field-changes.js';
import type { Side } from './field-changes.js';
import { valueChanges } from './value-changes.js';
import type { Change, Effect } from './value-changes.js';

/** One breaking change: what was found, and who would notice. */
export interface Incompatibility {
  readonly kind: string;
  /** `tasks[].name`; `answer.version` for fields of an answer; empty for the contract itself. */
  readonly path: string;
  readonly found: string;
  readonly breaks: readonly string[];
}

/** Who meets whom in a part of a contract. */
interface Meeting {
  /** Bodies written before the change, read after it: breaks when something is narrowed. */
  readonly oldBodies?: string;
  /** Bodies written after the change, read by who was built before it: breaks when something is widened. */
  readonly oldReaders?: string;
}

const MEETINGS = {
  event: {
    oldBodies: 'consumers that read events announced before the change (outboxes are kept and replayed)',
    oldReaders: 'consumers that were built before the change',
  },
  request: { oldBodies: 'callers that still send the request as it was released' },
  answer: { oldReaders: 'callers that still read the answer as it was released' },
} as const satisfies Readonly<Record<string, Meeting>>;

/**
 * What in the present form of a contract breaks those who rely on the released one. Empty: they may meet in any order of
 * deployment.
 *
 * Events are compatible in both directions (old consumers, old events). Of a request, the new service takes what old
 * callers send; of an answer, old callers read what the new service gives. What the gate does not understand it refuses.
 */
export function incompatibilities(
  released: ContractSchema,
  present: ContractSchema,
): readonly Incompatibility[] {
  const facts = factChanges(released, present);
  const isEvent = released['x-meridian'].kind === 'event';
  const meeting = isEvent ? MEETINGS.event : MEETINGS.request;
  const body = new Comparison(released, present, meeting).compare(released, present, '');
  return [...facts, ...body, ...answerChanges(released, present)];
}

function answerChanges(released: ContractSchema, present: ContractSchema): readonly Incompatibility[] {
  const [before, now] = [released['x-meridian'].answer, present['x-meridian'].answer];
  if (before === undefined || now === undefined) return [];
  const comparison = new Comparison(released, present, MEETINGS.answer);
  return comparison.compare({ $ref: before }, { $ref: now }, 'answer');
}

function factChanges(released: ContractSchema, present: ContractSchema): Incompatibility[] {
  const [before, now] = [released['x-meridian'], present['x-meridian']];
  const everybody = { path: '', breaks: ['everybody who announces, consumes, asks or answers it'] };
  const found: Incompatibility[] = [];
  for (const fact of ['subject', 'kind', 'aggregate'] as const) {
    if (before[fact] === now[fact]) continue;
    found.push({
      ...everybody,
      kind: `${fact}-changed`,
      found: `its ${fact} was ${shown(before[fact])} and is ${shown(now[fact])}`,
    });
  }
  if ((before.answer === undefined) !== (now.answer === undefined)) {
    const what = now.answer === undefined ? 'is answered no more' : 'is answered now';
    found.push({ ...everybody, kind: 'answer-changed', found: `it ${what}` });
  }
  return found;
}

class Comparison {
  readonly #met = new Set<string>();

  constructor(
    private readonly released: ContractSchema,
    private readonly present: ContractSchema,
    private readonly meeting: Meeting,
  ) {}

  compare(before: JsonSchema, now: JsonSchema, path: string): Incompatibility[] {
    const pair = `${String(before['$ref'])} ${String(now['$ref'])}`;
    if (before['$ref'] !== undefined && now['$ref'] !== undefined) {
      if (this.#met.has(pair)) return [];
      this.#met.add(pair);
    }
    const old = resolved(before, this.released);
    const young = resolved(now, this.present);
    const changes = valueChanges(old, young);
    const found = changes.flatMap((change) => this.#judged(change, path));
    if (changes.some(({ isAnotherThing }) => isAnotherThing)) return found;
    return [...found, ...this.#fields(old, young, path), ...this.#members(old, young, path)];
  }

  #fields(before: JsonSchema, now: JsonSchema, path: string): Incompatibility[] {
    const { changes, kept } = fieldChanges(sideOf(before), sideOf(now), this.#refusesUnknown);
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    return [
      ...changes.flatMap((change) => this.#judged(change, at(change.field))),
      ...kept.flatMap((name) =>
        this.compare(sideOf(before).properties[name]!, sideOf(now).properties[name]!, at(name)),
      ),
    ];
  }

  #members(before: JsonSchema, now: JsonSchema, path: string): Incompatibility[] {
    const [old, young] = [before['items'], now['items']] as (JsonSchema | undefined)[];
    if (old === undefined && young === undefined) return [];
    return this.compare(old ?? {}, young ?? {}, `${path}[]`);
  }

  /** Only requests are read by someone who refuses fields nobody declared. */
  get #refusesUnknown(): boolean {
    return this.meeting === MEETINGS.request;
  }

  #judged({ kind, found, effect }: Change, path: string): Incompatibility[] {
    const breaks = harmedBy(effect, this.meeting);
    return breaks.length === 0 ? [] : [{ kind, path, found, breaks }];
  }
}

function harmedBy(effect: Effect, { oldBodies, oldReaders }: Meeting): string[] {
  const harmed = [
    effect === 'widened' ? undefined : oldBodies,
    effect === 'narrowed' ? undefined : oldReaders,
  ];
  if (effect === 'lost') return [oldReaders ?? oldBodies ?? ''];
  return harmed.filter((who) => who !== undefined);
}

function sideOf(schema: JsonSchema): Side {
  return {
    properties: (schema['properties'] ?? {}) as Side['properties'],
    required: new Set((schema['required'] ?? []) as readonly string[]),
  };
}

/** Follows references inside the document; what stands beside a reference holds as well. */
function resolved(schema: JsonSchema, document: ContractSchema): JsonSchema {
  const { $ref: reference, ...beside } = schema;
  if (typeof reference !== 'string') return schema;
  if (reference === '#') return { ...document, ...beside };
  const target = document.$defs?.[reference.replace('#/$defs/', '')];
  if (target === undefined)
    throw new TypeError(`${document.$id} refers to ${reference}, which it does not hold.`);
  return { ...resolved(target, document), ...beside };
}

function shown(value: string | undefined): string {
  return value === undefined ? 'not there' : `"${value}"`;
}
