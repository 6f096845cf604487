import type { Violation } from './violation.js';

/** Deeper bodies are refused before any validator walks them. */
const MAX_DEPTH = 32;

/** C0 and C1 control characters other than tab, line feed and carriage return; NUL is among them. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** With the `u` flag only half a pair matches. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Rules that hold for every value that crosses the bus, whatever the contract says: text is well-formed Unicode without
 * control characters (PostgreSQL refuses NUL and lone surrogates), numbers are finite and whole numbers exact, nesting is
 * bounded, and no key reaches for a prototype.
 */
export function plainViolations(value: unknown, path = '', depth = 0): Violation[] {
  if (typeof value === 'string') return textViolations(value, path);
  if (typeof value === 'number') return numberViolations(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= MAX_DEPTH) return [{ path, message: `is nested deeper than ${MAX_DEPTH} levels` }];
  const found: Violation[] = [];
  for (const [key, member] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (FORBIDDEN_KEYS.has(key)) found.push({ path: at, message: 'is a name that is not allowed' });
    else found.push(...textViolations(key, at), ...plainViolations(member, at, depth + 1));
  }
  return found;
}

/** The same as a yes or no, which is the answer for nearly every message. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isPlainText(value);
  if (typeof value === 'number')
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MAX_DEPTH) return false;
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key) || !isPlainText(key)) return false;
    if (!isPlain((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

function isPlainText(text: string): boolean {
  return !CONTROL.test(text) && !LONE_SURROGATE.test(text);
}

function textViolations(text: string, path: string): Violation[] {
  if (LONE_SURROGATE.test(text))
    return [{ path, message: 'holds half of a surrogate pair; text must be well-formed Unicode' }];
  if (CONTROL.test(text))
    return [{ path, message: 'holds a control character; only tab and line breaks are allowed' }];
  return [];
}

function numberViolations(value: number, path: string): Violation[] {
  if (!Number.isFinite(value)) return [{ path, message: `is ${value}; it must be a finite number` }];
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return [{ path, message: `is ${value}; whole numbers beyond 2^53 - 1 must travel as text` }];
  }
  return [];
}
