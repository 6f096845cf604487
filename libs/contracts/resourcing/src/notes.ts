import { NotesFigures } from './notes-figures.js';

/** Notes to talks of two that the caller wrote, or the other one shared. No role reads those of others. */
export class Notes {
  static readonly subject = 'requests.resourcing.notes.v1';
  static readonly kind = 'query';
  static readonly answer = NotesFigures;
}
