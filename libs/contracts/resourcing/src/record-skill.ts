import {
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Recorded } from './recorded.js';

/**
 * What somebody can do from today on, in the place of what was recorded before, which stays in the history. By oneself it
 * is a statement; by who decides for the person it is confirmed.
 */
export class RecordSkill {
  static readonly subject = 'requests.resourcing.record-skill.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 120) readonly skill!: string;

  /** 0 none, 1 begins, 2 with help, 3 alone, 4 teaches, 5 sets the rules. */
  @IsInt() @Min(0) @Max(5) readonly level!: number;

  /** Certificate, work, examination; a level needs some. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  readonly evidence?: string;

  /** The last day on which it counts, as of a certificate. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validUntil?: string;

  /** The person wants to do more of it. */
  @IsOptional() @IsBoolean() readonly isWanted?: boolean;
}
