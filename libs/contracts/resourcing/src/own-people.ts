import { OwnPeopleFigures } from './own-people-figures.js';

/** The people whose line manager the caller is, and nobody else, whatever roles the caller has. */
export class OwnPeople {
  static readonly subject = 'requests.resourcing.own-people.v1';
  static readonly kind = 'query';
  static readonly answer = OwnPeopleFigures;
}
