import { IsBoolean, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** A note to a talk of two people, in the place of what stood under this id. Only who wrote it changes it. */
export class WriteNote {
  static readonly subject = 'requests.resourcing.write-note.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly noteId!: string;

  /** The other of the two. */
  @IsUUID() readonly withPersonId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly day!: string;

  @IsString() @Length(1, 10_000) readonly text!: string;

  /** The other one reads it. Otherwise nobody but the writer does. */
  @IsBoolean() readonly isShared!: boolean;
}
