import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { Recorded } from './recorded.js';

/**
 * A skill that somebody wants to reach, by when and why, with the assignments that build it, in the place of what was
 * there under this id. By the person or the line manager.
 */
export class RecordGrowthGoal {
  static readonly subject = 'requests.resourcing.record-growth-goal.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly goalId!: string;

  /** The caller unless told. */
  @IsOptional() @IsUUID() readonly personId?: string;

  @IsString() @Length(1, 120) readonly skill!: string;

  /** 1 begins, 2 with help, 3 alone, 4 teaches, 5 sets the rules. */
  @IsInt() @Min(1) @Max(5) readonly level!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly by!: string;

  @IsString() @Length(1, 1_000) readonly why!: string;

  /** The person's own assignments, of whatever project. Those that the caller is not shown stay with the goal. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  readonly assignmentIds!: readonly string[];

  /** Not wanted any more. */
  @IsOptional() @IsBoolean() readonly isDropped?: boolean;
}
