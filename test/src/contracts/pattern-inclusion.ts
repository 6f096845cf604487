import { automatonOf } from './pattern-automaton.js';
import type { Automaton } from './pattern-automaton.js';

const MOST_MEETINGS = 20_000;

/** What another pattern does to the texts that are allowed; `changed` also when that cannot be told. */
export function patternEffect(before: string, now: string): 'same' | 'narrowed' | 'widened' | 'changed' {
  const [old, young] = [automatonOf(before), automatonOf(now)];
  if (old === undefined || young === undefined) return 'changed';
  const [isKept, isWithin] = [isIncluded(old, young), isIncluded(young, old)];
  if (isKept && isWithin) return 'same';
  return isKept ? 'widened' : isWithin ? 'narrowed' : 'changed';
}

/**
 * Whether every text that one automaton takes is taken by the other: both walk side by side over one character of each kind
 * that any of their steps tells apart. False when it takes too long to say.
 */
function isIncluded(inner: Automaton, outer: Automaton): boolean {
  const characters = kindsOf([inner, outer]);
  const first = [closure(inner, [inner.start]), closure(outer, [outer.start])] as const;
  const open = [first];
  const met = new Set([keyOf(first)]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [ours, theirs] = next;
    if (ours.has(inner.end) && !theirs.has(outer.end)) return false;
    for (const character of characters) {
      const step = [after(inner, ours, character), after(outer, theirs, character)] as const;
      if (step[0].size === 0 || met.has(keyOf(step))) continue;
      if (met.size > MOST_MEETINGS) return false;
      met.add(keyOf(step));
      open.push(step);
    }
  }
  return true;
}

/** The first character of each stretch between two borders of ranges. */
function kindsOf(automata: readonly Automaton[]): readonly number[] {
  const borders = automata.flatMap(({ ranges }) => ranges.flatMap(([from, to]) => [from, to + 1]));
  return [...new Set([0, ...borders])].filter((border) => border <= 0xffff);
}

function after(
  { steps, ...rest }: Automaton,
  states: ReadonlySet<number>,
  character: number,
): ReadonlySet<number> {
  const reached = [...states].flatMap((state) =>
    (steps.get(state) ?? [])
      .filter(({ over }) => over?.some(([from, to]) => from <= character && character <= to))
      .map(({ to }) => to),
  );
  return closure({ steps, ...rest }, reached);
}

/** The states and all that are reached from them without a character. */
function closure({ steps }: Automaton, states: readonly number[]): ReadonlySet<number> {
  const found = new Set(states);
  for (const state of found) {
    for (const { to, over } of steps.get(state) ?? []) if (over === undefined) found.add(to);
  }
  return found;
}

function keyOf(pair: readonly [ReadonlySet<number>, ReadonlySet<number>]): string {
  return pair.map((states) => [...states].sort((a, b) => a - b).join(',')).join('|');
}
