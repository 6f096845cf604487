/** Code units from and to, both included. */
export type Range = readonly [from: number, to: number];

/** States are numbers; a step without ranges takes nothing. */
export interface Automaton {
  readonly start: number;
  readonly end: number;
  readonly steps: ReadonlyMap<number, readonly Step[]>;
  readonly ranges: readonly Range[];
}

export interface Step {
  readonly to: number;
  readonly over?: readonly Range[];
}

const LAST = 0xffff;
const MOST_STATES = 4_000;
const ANY: readonly Range[] = [[0, LAST]];
const CLASSES: Readonly<Record<string, readonly Range[]>> = {
  d: [[48, 57]],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
};
const LITERAL_ESCAPES = /[.*+?^${}()|[\]\\/\-:,@#%&=!~ "'<>;`]/;

class NotUnderstood extends Error {}

/** The automaton of a regular expression of the plain kind; undefined for look-around, references, word borders and the like. */
export function automatonOf(pattern: string): Automaton | undefined {
  try {
    return new PatternReader(pattern).read();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

type Piece = readonly [start: number, end: number];

class PatternReader {
  readonly #steps = new Map<number, Step[]>();
  readonly #ranges: Range[] = [];
  #states = 0;
  #at = 0;

  constructor(private readonly pattern: string) {}

  /** Anchors count at the ends of the whole pattern only; where one is missing, anything may stand. */
  read(): Automaton {
    const { pattern } = this;
    const [isOpenBefore, isOpenAfter] = [!pattern.startsWith('^'), !/(^|[^\\])\$$/.test(pattern)];
    const body = pattern.slice(isOpenBefore ? 0 : 1, isOpenAfter ? undefined : -1);
    const inner = new PatternReader(body);
    const piece = inner.#alternatives();
    // ^a|b$ anchors each side of the bar alone
    if (inner.#at < body.length || (inner.#hasTopBar && body !== pattern)) throw new NotUnderstood();
    const before = isOpenBefore ? inner.#repeated(() => inner.#over(ANY), 0, Infinity) : inner.#nothing();
    const after = isOpenAfter ? inner.#repeated(() => inner.#over(ANY), 0, Infinity) : inner.#nothing();
    const [start, end] = inner.#chained([before, piece, after]);
    return { start, end, steps: inner.#steps, ranges: inner.#ranges };
  }

  #hasTopBar = false;
  #depth = 0;

  #alternatives(): Piece {
    const ways = [this.#sequence()];
    while (this.pattern[this.#at] === '|') {
      if (this.#depth === 0) this.#hasTopBar = true;
      this.#at += 1;
      ways.push(this.#sequence());
    }
    const piece: Piece = [this.#state(), this.#state()];
    for (const [start, end] of ways) {
      this.#step(piece[0], { to: start });
      this.#step(end, { to: piece[1] });
    }
    return piece;
  }

  #sequence(): Piece {
    const pieces: Piece[] = [this.#nothing()];
    while (this.#at < this.pattern.length && !'|)'.includes(this.pattern[this.#at]!))
      pieces.push(this.#term());
    return this.#chained(pieces);
  }

  /** What is repeated is read again for each time. */
  #term(): Piece {
    const from = this.#at;
    const first = this.#atom();
    const quantifier = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(this.pattern.slice(this.#at));
    if (!quantifier) return first;
    const [all, least = '0', comma, most] = quantifier;
    const after = this.#at + all.length;
    const again = (): Piece => {
      this.#at = from;
      return this.#atom();
    };
    const sign = all[0]!;
    const [low, high] =
      sign === '{'
        ? [Number(least), most ? Number(most) : comma ? Infinity : Number(least)]
        : [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity];
    const piece = this.#repeated(again, low, high);
    this.#at = after;
    return piece;
  }

  #repeated(read: () => Piece, low: number, high: number): Piece {
    const pieces: Piece[] = [this.#nothing(), ...Array.from({ length: low }, read)];
    if (high === Infinity) {
      const [start, end] = read();
      this.#step(start, { to: end });
      this.#step(end, { to: start });
      return this.#chained([...pieces, [start, end]]);
    }
    const optional = Array.from({ length: high - low }, read);
    for (const [start, end] of optional) this.#step(start, { to: end });
    return this.#chained([...pieces, ...optional]);
  }

  #atom(): Piece {
    const sign = this.pattern[this.#at]!;
    this.#at += 1;
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#over(this.#characterClass());
    if (sign === '\\') return this.#over(this.#escape());
    if (sign === '.')
      return this.#over(
        others([
          [10, 10],
          [13, 13],
          [0x2028, 0x2029],
        ]),
      );
    if ('^$?*+{})'.includes(sign)) throw new NotUnderstood();
    return this.#over([[sign.charCodeAt(0), sign.charCodeAt(0)]]);
  }

  #group(): Piece {
    if (this.pattern.startsWith('?:', this.#at)) this.#at += 2;
    else if (this.pattern[this.#at] === '?') throw new NotUnderstood();
    this.#depth += 1;
    const piece = this.#alternatives();
    this.#depth -= 1;
    if (this.pattern[this.#at] !== ')') throw new NotUnderstood();
    this.#at += 1;
    return piece;
  }

  #characterClass(): readonly Range[] {
    const isNegated = this.pattern[this.#at] === '^';
    if (isNegated) this.#at += 1;
    const found: Range[] = [];
    while (this.pattern[this.#at] !== ']') {
      const low = this.#member();
      const isRange = this.pattern[this.#at] === '-' && this.pattern[this.#at + 1] !== ']';
      if (isRange) this.#at += 1;
      const high = isRange ? this.#member() : low;
      if (isRange) found.push([low[0]![0], high[0]![1]]);
      else found.push(...low);
    }
    this.#at += 1;
    return isNegated ? others(found) : found;
  }

  #member(): readonly Range[] {
    const sign = this.pattern[this.#at];
    if (sign === undefined) throw new NotUnderstood();
    this.#at += 1;
    return sign === '\\' ? this.#escape() : [[sign.charCodeAt(0), sign.charCodeAt(0)]];
  }

  #escape(): readonly Range[] {
    const sign = this.pattern[this.#at] ?? '';
    this.#at += 1;
    const known = CLASSES[sign.toLowerCase()];
    if (known) return sign === sign.toLowerCase() ? known : others(known);
    if (!LITERAL_ESCAPES.test(sign)) throw new NotUnderstood();
    return [[sign.charCodeAt(0), sign.charCodeAt(0)]];
  }

  #over(over: readonly Range[]): Piece {
    const piece: Piece = [this.#state(), this.#state()];
    this.#step(piece[0], { to: piece[1], over });
    this.#ranges.push(...over);
    return piece;
  }

  #nothing(): Piece {
    const state = this.#state();
    return [state, state];
  }

  #chained(pieces: readonly Piece[]): Piece {
    pieces.slice(1).forEach(([start], index) => this.#step(pieces[index]![1], { to: start }));
    return [pieces[0]![0], pieces.at(-1)![1]];
  }

  #step(from: number, step: Step): void {
    this.#steps.set(from, [...(this.#steps.get(from) ?? []), step]);
  }

  #state(): number {
    this.#states += 1;
    if (this.#states > MOST_STATES) throw new NotUnderstood();
    return this.#states;
  }
}

function others(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  let next = 0;
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    if (from > next) found.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  return next <= LAST ? [...found, [next, LAST]] : found;
}
