import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { compiledContract, quickReading } from './compiled-contract.js';
import { isPlain, plainViolations } from './plain-rules.js';
import type { Violation } from './violation.js';

export type Reading<T> =
  | { readonly valid: true; readonly value: T }
  | { readonly valid: false; readonly violations: readonly Violation[] };

/**
 * Turns a plain JSON value into an instance of the contract.
 *
 * Unknown fields: `refuse` for requests (a client's mistake is named), `keep` for events (a newer owner may add optional
 * fields, and an older consumer must go on reading).
 */
export function readContract<T extends object>(
  contract: new () => T,
  plain: unknown,
  unknownFields: 'refuse' | 'keep',
): Reading<T> {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    const kind = Array.isArray(plain) ? 'an array' : plain === null ? 'null' : `a ${typeof plain}`;
    return { valid: false, violations: [{ path: '', message: `is ${kind}; it must be a JSON object` }] };
  }
  if (!isPlain(plain)) return { valid: false, violations: plainViolations(plain) };
  const compiled = compiledContract(contract);
  const quick = compiled && quickReading(compiled, plain, unknownFields);
  if (quick) return { valid: true, value: quick as T };
  const value = plainToInstance(contract, plain, { exposeDefaultValues: true });
  const refuse = unknownFields === 'refuse';
  const errors = validateSync(value, {
    whitelist: refuse,
    forbidNonWhitelisted: refuse,
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) return { valid: false, violations: errors.flatMap((error) => flatten(error, '')) };
  return { valid: true, value };
}

/** What is wrong with a plain value, seen by a contract; empty when nothing is. For tests of contracts and golden examples. */
export function validateContract<T extends object>(
  contract: new () => T,
  plain: unknown,
): readonly Violation[] {
  const reading = readContract(contract, plain, 'refuse');
  return reading.valid ? [] : reading.violations;
}

function flatten(error: ValidationError, above: string): Violation[] {
  const path = above === '' ? error.property : `${above}.${error.property}`;
  const here = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
  return [...here, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}
