import { createHash } from 'node:crypto';

/** A UUID (version 8, RFC 9562) made of what it is for, so that a rebuilt read model has the same ids. */
export function idFrom(subject: string): string {
  const hex = createHash('sha256').update(subject).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
