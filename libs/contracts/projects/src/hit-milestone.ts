import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { WaitingProject } from './waiting-project.js';

/** A milestone that a slip would move. */
export class HitMilestone {
  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastOn!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineOn?: string;

  /** Calendar days, later positive. */
  @IsInt() readonly days!: number;

  /** Other projects that wait for it, those that the caller sees. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WaitingProject)
  readonly waiting!: readonly WaitingProject[];
}
