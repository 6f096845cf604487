import { HandOversFigures } from './hand-overs-figures.js';

/** What people who leave, or have left, still have to hand over. */
export class HandOvers {
  static readonly subject = 'requests.resourcing.hand-overs.v1';
  static readonly kind = 'query';
  static readonly answer = HandOversFigures;
}
