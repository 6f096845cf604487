import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ClosingAsk } from './closing-ask.js';

/**
 * A project is closing. Each service that is asked answers with an event of its own, and again whenever its answer changes,
 * until the closing is withdrawn or ended.
 */
export class ClosingStarted {
  static readonly subject = 'events.projects.closing-started.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  /** Another one each time the project goes into closing. */
  @IsUUID() readonly closingId!: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  /** It was stopped: what it has not delivered is not asked for any more. */
  @IsBoolean() readonly isStopped!: boolean;

  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => ClosingAsk)
  readonly asks!: readonly ClosingAsk[];

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startedOn!: string;

  /** The day by which everything that is asked for should be settled. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;
}
