import { createHash } from 'node:crypto';

/**
 * Tells a repeated command from another one under the same key: who asked, for what, with which body. The order of the body's
 * fields does not matter. Base64url SHA-256.
 */
export function fingerprint(
  subject: string,
  asker: string,
  expectedVersion: number | null,
  body: unknown,
): string {
  const text = JSON.stringify([subject, asker, expectedVersion, sorted(body)]);
  return createHash('sha256').update(text).digest('base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([name, member]) => [name, sorted(member)]);
}
