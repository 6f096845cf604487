import { Type } from 'class-transformer';
import { IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { GrowthGoal } from './growth-goal.js';
import { GrowthWork } from './growth-work.js';

/** Goals by their day, and the person's assignments that may be named with one. */
export class GrowthPlanFigures {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GrowthGoal)
  readonly goals!: readonly GrowthGoal[];

  /** Assignments of the person that are not over, those of projects the reader may see. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GrowthWork)
  readonly assignments!: readonly GrowthWork[];
}
