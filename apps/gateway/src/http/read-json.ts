import { Problem } from './problem.js';
import { textFault } from './text-rule.js';

export interface JsonLimits {
  /** Objects and arrays within each other. */
  readonly depth: number;
  /** Fields of one object. */
  readonly fields: number;
  /** Items of one array. */
  readonly items: number;
  /** Objects, arrays, and scalars altogether. */
  readonly values: number;
}

export const jsonLimits: JsonLimits = { depth: 32, fields: 500, items: 20_000, values: 400_000 };

/** Names that reach into objects instead of naming a field. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

interface Level {
  readonly keys: Set<string> | undefined;
  /** The field or the index we are at. */
  at: string | number;
  expectsKey: boolean;
}

/**
 * Reads a JSON body. Its limits are checked in one pass over the text, without recursion, before anything is built:
 * depth, sizes, forbidden and repeated field names, numbers that a double cannot hold, texts (see `textFault`).
 *
 * @throws Problem 400 naming the place as a JSON pointer
 */
export function readJson(text: string, limits: JsonLimits = jsonLimits): unknown {
  new Scan(text, limits).run();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed();
  }
}

class Scan {
  private readonly levels: Level[] = [];
  private values = 0;
  private index = 0;
  /** The first backslash that is not behind us; searched for once, so that a file in one long string is passed at once. */
  private backslash = -1;

  constructor(
    private readonly text: string,
    private readonly limits: JsonLimits,
  ) {}

  run(): void {
    for (; this.index < this.text.length; this.index += 1) {
      const sign = this.text[this.index]!;
      if (sign === '"') this.string();
      else if (sign === '{' || sign === '[') this.open(sign === '{');
      else if (sign === '}' || sign === ']') this.levels.pop();
      else if (sign === ',') this.next();
      else if (sign === '-' || (sign >= '0' && sign <= '9')) this.number();
      else if (sign === 't' || sign === 'f' || sign === 'n') this.word();
    }
  }

  private open(isObject: boolean): void {
    this.count();
    if (this.levels.length >= this.limits.depth) {
      throw fault(this.pointer(), `is nested deeper than ${this.limits.depth} levels`);
    }
    this.levels.push({ keys: isObject ? new Set() : undefined, at: isObject ? '' : 0, expectsKey: isObject });
  }

  private next(): void {
    const level = this.levels.at(-1);
    if (!level) return;
    if (level.keys) {
      level.expectsKey = true;
    } else {
      level.at = Number(level.at) + 1;
      if (level.at >= this.limits.items)
        throw fault(this.pointer(-1), `holds more than ${this.limits.items} items`);
    }
  }

  private string(): void {
    const value = this.readString();
    const level = this.levels.at(-1);
    if (!level?.expectsKey) {
      this.count();
      const wrong = textFault(value);
      if (wrong) throw fault(this.pointer(), wrong);
      return;
    }
    level.expectsKey = false;
    this.key(level, value);
  }

  private key(level: Level, name: string): void {
    const keys = level.keys!;
    const above = (): string => this.pointer(-1);
    if (FORBIDDEN_KEYS.has(name)) throw fault(above(), `holds a field named ${name}, which is not allowed`);
    if (textFault(name)) throw fault(above(), 'holds a field name that is not plain text');
    if (keys.has(name)) throw fault(`${above()}/${escape(name)}`, 'is given twice');
    if (keys.size >= this.limits.fields) throw fault(above(), `holds more than ${this.limits.fields} fields`);
    keys.add(name);
    level.at = name;
  }

  /** From the opening to the closing quote; the index ends on the closing one. */
  private readString(): string {
    const start = this.index;
    let hasEscape = false;
    let quote = this.text.indexOf('"', start + 1);
    for (let from = start + 1; quote !== -1 && this.backslashAfter(from) < quote;) {
      hasEscape = true;
      from = this.backslash + 2;
      if (from > quote) quote = this.text.indexOf('"', from);
    }
    if (quote === -1) throw malformed();
    this.index = quote;
    if (!hasEscape) return this.text.slice(start + 1, this.index);
    return unescape(this.text.slice(start, this.index + 1));
  }

  private backslashAfter(from: number): number {
    if (this.backslash < from) {
      const found = this.text.indexOf('\\', from);
      this.backslash = found === -1 ? Infinity : found;
    }
    return this.backslash;
  }

  private number(): void {
    this.count();
    NUMBER.lastIndex = this.index;
    const found = NUMBER.exec(this.text)?.[0];
    if (found === undefined) throw malformed();
    const value = Number(found);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      throw fault(this.pointer(), `is ${found.slice(0, 40)}; numbers lie between -(2^53 - 1) and 2^53 - 1`);
    }
    this.index += found.length - 1;
  }

  /** true, false, null: as long as it takes; the grammar is JSON.parse's business. */
  private word(): void {
    this.count();
    while (/[a-z]/.test(this.text[this.index + 1] ?? '')) this.index += 1;
  }

  private count(): void {
    this.values += 1;
    if (this.values > this.limits.values) throw fault('', `holds more than ${this.limits.values} values`);
  }

  private pointer(end?: number): string {
    return this.levels
      .slice(0, end)
      .map((level) => `/${escape(String(level.at))}`)
      .join('');
  }
}

function unescape(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw malformed();
  }
}

function escape(name: string): string {
  return name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
}

function fault(pointer: string, detail: string): Problem {
  return new Problem(
    400,
    'gateway/body-not-acceptable',
    `The body${pointer ? ` at ${pointer}` : ''} ${detail}.`,
    {
      errors: [{ pointer, detail }],
    },
  );
}

function malformed(): Problem {
  return new Problem(400, 'gateway/body-not-json', 'The body is not well-formed JSON.', {
    errors: [{ pointer: '', detail: 'is not well-formed JSON' }],
  });
}
