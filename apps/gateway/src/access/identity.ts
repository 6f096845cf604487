import type { Claims } from '@meridian/bus';
import type { JWTPayload } from 'jose';

/** Who sent a request, as the access token says, after its signature and its limits were checked. */
export interface Identity {
  readonly subject: string;
  readonly name: string;
  readonly email?: string;
  readonly employeeNumber?: string;
  readonly roles: readonly string[];
  /** The organisation of someone from outside. */
  readonly partner?: string;
  /** Last day of access (`YYYY-MM-DD`) of someone from outside. */
  readonly accessEnds?: string;
  /** When the token ends, in milliseconds since 1970. */
  readonly expiresAtMs: number;
}

const MAX_ROLES = 64;
// eslint-disable-next-line no-control-regex
const PLAIN = /^[^\u0000-\u001f\u007f]{1,255}$/u;

/** The identity in a verified payload, or undefined when a claim has another shape than agreed. */
export function identityOf(payload: JWTPayload): Identity | undefined {
  const { sub, exp, name, email, roles = [], employee_number, partner, access_ends } = payload;
  if (!isPlain(sub) || exp === undefined) return undefined;
  if (!Array.isArray(roles) || roles.length > MAX_ROLES || !roles.every(isPlain)) return undefined;
  const optional = { email, employeeNumber: employee_number, partner, accessEnds: access_ends };
  for (const value of [name, ...Object.values(optional)]) {
    if (value !== undefined && !isPlain(value)) return undefined;
  }
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { subject: sub, name: isPlain(name) ? name : sub, roles, ...given, expiresAtMs: exp * 1000 };
}

/** What travels with every request to a service. */
export function claimsOf(identity: Identity): Claims {
  return {
    subject: identity.subject,
    name: identity.name,
    roles: identity.roles,
    personId: identity.subject,
  };
}

function isPlain(value: unknown): value is string {
  return typeof value === 'string' && PLAIN.test(value);
}
