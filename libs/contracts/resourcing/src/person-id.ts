import { createHash } from 'node:crypto';

/**
 * The id of a person, made of the employee number: who signs in and whom HR hires is the same person without anybody
 * having to match them. A UUID of version 8 (RFC 9562).
 */
export function personIdOf(employeeNumber: string): string {
  const hex = createHash('sha256').update(`meridian:person:${employeeNumber.trim()}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
