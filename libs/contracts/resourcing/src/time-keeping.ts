import { TimeKeepingFigures } from './time-keeping-figures.js';

/** From when on sheets are asked for, and up to when time is closed. */
export class TimeKeeping {
  static readonly subject = 'requests.resourcing.time-keeping.v1';
  static readonly kind = 'query';
  static readonly answer = TimeKeepingFigures;
}
