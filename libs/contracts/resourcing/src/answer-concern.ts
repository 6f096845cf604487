import { IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** A word to a concern: an answer by who it went to, or a further word of who raised it. */
export class AnswerConcern {
  static readonly subject = 'requests.resourcing.answer-concern.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly concernId!: string;

  @IsString() @Length(1, 10_000) readonly text!: string;
}
