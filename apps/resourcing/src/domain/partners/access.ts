import { Refusal } from '@meridian/refusal';

/** The days between which a partner works with us; without a last one no end is agreed. */
export interface Agreement {
  readonly agreedFrom: string;
  readonly agreedUntil: string | null;
}

/** First and last day, both within. */
export interface AccessDays {
  readonly accessFrom: string;
  readonly accessUntil: string;
}

export type AccessState = 'to-come' | 'open' | 'ended';

/** What a person has on a day: access is open from the first day to the last one, and over on the day after. */
export function accessOn({ accessFrom, accessUntil }: AccessDays, day: string): AccessState {
  if (accessUntil < day) return 'ended';
  return accessFrom > day ? 'to-come' : 'open';
}

/** @throws Refusal when the days are turned around */
export function requireAgreement({ agreedFrom, agreedUntil }: Agreement): void {
  if (agreedUntil === null || agreedUntil >= agreedFrom) return;
  throw new Refusal(
    'resourcing/ends-before-it-starts',
    `The agreement ends on ${agreedUntil}, before it starts on ${agreedFrom}.`,
    { kind: 'unprocessable' },
  );
}

/** @throws Refusal when access would be turned around, or outlive the agreement it rests on */
export function requireWithinAgreement(access: AccessDays, agreement: Agreement): void {
  const { accessFrom, accessUntil } = access;
  if (accessUntil < accessFrom) {
    throw new Refusal(
      'resourcing/ends-before-it-starts',
      `Access ends on ${accessUntil}, before it starts on ${accessFrom}.`,
      { kind: 'unprocessable' },
    );
  }
  requireCovered([{ ...access, personName: 'this person' }], agreement);
}

/** @throws Refusal naming whose access would begin before an agreement, or last longer */
export function requireCovered(
  people: readonly (AccessDays & { readonly personName: string })[],
  { agreedFrom, agreedUntil }: Agreement,
): void {
  const outside = people.filter(
    ({ accessFrom, accessUntil }) =>
      accessFrom < agreedFrom || (agreedUntil !== null && accessUntil > agreedUntil),
  );
  if (outside.length === 0) return;
  const days = outside
    .slice(0, 5)
    .map((one) => `${one.personName} from ${one.accessFrom} to ${one.accessUntil}`)
    .join('; ');
  throw new Refusal(
    'resourcing/access-outside-agreement',
    `The agreement holds from ${agreedFrom} ${agreedUntil === null ? 'on' : `to ${agreedUntil}`}; access would be open for ${days}. Change one of the two.`,
  );
}
