import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { CheckedGuard } from './checked-guard.js';

/** One step in the life of a project. */
export class StageTransition {
  /** From 1, in the order they happened. */
  @IsInt() @Min(1) readonly number!: number;

  /** Absent in the first one. */
  @IsOptional() @IsString() @Length(1, 40) readonly from?: string;

  @IsString() @Length(1, 40) readonly to!: string;

  /** `adopted`: it was there before its steps were kept. `gate`: the decision of a gate. */
  @IsIn(['submitted', 'registered', 'listed', 'adopted', 'moved', 'stopped', 'gate'])
  readonly act!: 'submitted' | 'registered' | 'listed' | 'adopted' | 'moved' | 'stopped' | 'gate';

  @IsOptional() @IsString() @Length(1, 40) readonly reasonCode?: string;

  @IsString() readonly reason!: string;

  @IsOptional() @IsString() readonly evidence?: string;

  /** What the guards found. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CheckedGuard)
  readonly checked!: readonly CheckedGuard[];

  /** Absent where the step was taken before it was kept who did. */
  @IsOptional() @IsUUID() readonly by?: string;

  @IsOptional() @IsString() readonly byName?: string;

  @IsISO8601() readonly at!: string;
}
