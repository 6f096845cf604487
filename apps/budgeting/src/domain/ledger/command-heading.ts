import type { Currency } from '@meridian/money';

/** What every command names. Amounts are positive minor units unless their field says otherwise. */
export interface Heading {
  readonly entryId: string;
  readonly on: string;
  readonly currency: Currency;
  readonly reference: string;
  /** Who answers for it; kept with the entry. */
  readonly by?: string | undefined;
  /** The decision it rests on, where the command does not need one. */
  readonly decision?: string | undefined;
}

/** An approved exception, where the policy asks for one. */
export interface MayExceed {
  readonly exception?: string;
}

/** Asked for beforehand, so that the policy can stop it; or a fact of the accounts, which is recorded whatever it does. */
export type CostBasis = 'request' | 'fact';
