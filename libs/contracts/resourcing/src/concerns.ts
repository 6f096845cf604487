import { ConcernsFigures } from './concerns-figures.js';

/** Concerns that the caller raised or may read, those without an answer first. */
export class Concerns {
  static readonly subject = 'requests.resourcing.concerns.v1';
  static readonly kind = 'query';
  static readonly answer = ConcernsFigures;
}
