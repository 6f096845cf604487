import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min, ValidateNested } from 'class-validator';
import { ScenarioChange } from './scenario-change.js';

/** A portfolio was decided: what begins, stops, moves and stays, against what was in force before. */
export class ScenarioApproved {
  static readonly subject = 'events.budgeting.scenario-approved.v1';
  static readonly aggregate = 'scenarioId';

  @IsUUID() readonly scenarioId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 100) readonly portfolio!: string;

  /** The scenario that was in force before. */
  @IsOptional() @IsUUID() readonly supersedes?: string;

  @Matches(/^-?\d{1,18}$/) readonly value!: string;

  @Matches(/^\d{1,18}$/) readonly costMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @ValidateNested({ each: true })
  @Type(() => ScenarioChange)
  readonly changes!: readonly ScenarioChange[];

  @IsString() @Length(1, 300) readonly decision!: string;

  @IsUUID() readonly approvedBy!: string;
}
