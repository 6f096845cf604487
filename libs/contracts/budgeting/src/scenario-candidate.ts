import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { RoleHours } from './role-hours.js';
import { ScenarioStart } from './scenario-start.js';

/** A project that may be done, with what it costs and needs from its first period on. */
export class ScenarioCandidate {
  /** A code of the PMO's choosing. */
  @IsString() @Length(1, 60) readonly candidateId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** Where it is recorded as a project already. */
  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => ScenarioStart)
  readonly starts!: readonly ScenarioStart[];

  /** One amount for each period that it lasts. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(120)
  @Matches(/^\d{1,15}$/, { each: true })
  readonly costsMinor!: readonly string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RoleHours)
  readonly needs?: readonly RoleHours[];

  /** Decided already. */
  @IsOptional() @IsIn(['in', 'out']) readonly fixed?: 'in' | 'out';
}
