import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { GrowthGoal } from './growth-goal.js';
import { GrowthWork } from './growth-work.js';
import { NamedPerson } from './named-person.js';

/** Goals by their day, and the person's assignments that may be named with one. */
export class GrowthPlanFigures {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  /** Who sees it besides the person. */
  @IsOptional()
  @ValidateNested()
  @Type(() => NamedPerson)
  readonly lineManager?: NamedPerson;

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
