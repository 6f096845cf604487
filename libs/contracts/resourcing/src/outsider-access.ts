import { OutsiderAccessFigures } from './outsider-access-figures.js';

/** Between which days the caller, who is from outside, has access: asked at the door, for every request. */
export class OutsiderAccess {
  static readonly subject = 'requests.resourcing.outsider-access.v1';
  static readonly kind = 'query';
  static readonly answer = OutsiderAccessFigures;
}
