import { randomUUID } from 'node:crypto';
import type { Claims } from '@meridian/bus';

export interface TestPerson extends Claims {
  readonly personId: string;
}

/** Somebody with these roles, known to everyone under an id of their own. */
export function person(roles: string | readonly string[], name = 'Ada Lovelace'): TestPerson {
  const personId = randomUUID();
  return { subject: personId, personId, name, roles: typeof roles === 'string' ? [roles] : roles };
}
