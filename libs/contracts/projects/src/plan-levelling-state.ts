import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { LeftOutDelay } from './left-out-delay.js';
import { LevelledTask } from './levelled-task.js';

/** The levelling of a plan as it stands. */
export class PlanLevellingState {
  @IsUUID() readonly projectId!: string;

  /** 0 while there was no levelling; to be sent as If-Match when it is taken off. */
  @IsInt() @Min(0) readonly version!: number;

  /** The proposal that the plan follows; absent when it follows none. */
  @IsOptional() @IsUUID() readonly proposalId?: string;

  /** When the proposal was agreed with or taken off. */
  @IsOptional() @IsISO8601() readonly since?: string;

  /** Who took it off. */
  @IsOptional() @IsString() @Length(1, 300) readonly takenOffBy?: string;

  @IsOptional() @IsString() @Length(1, 500) readonly takenOffReason?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LevelledTask)
  readonly tasks!: readonly LevelledTask[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeftOutDelay)
  readonly leftOut!: readonly LeftOutDelay[];
}
