import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { MilestoneCriterion } from './milestone-criterion.js';

export const MILESTONE_CAUSES = ['plan', 'record', 'acceptance', 'withdrawal'] as const;
export type MilestoneCause = (typeof MILESTONE_CAUSES)[number];

/** What a milestone was at one of its versions. */
export class MilestoneVersion {
  @IsInt() @Min(1) readonly version!: number;

  /** `plan`: a plan, its progress or its baseline; `record`: somebody changed owner, criteria or shares. */
  @IsIn(MILESTONE_CAUSES) readonly cause!: MilestoneCause;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly reportedOn!: string;

  @IsISO8601() readonly recordedAt!: string;

  /** Who did it, when it was a person's command on the milestone itself. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  readonly recordedByName?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineOn?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastOn!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly actualOn?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly acceptedOn?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly ownerName?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneCriterion)
  readonly criteria!: readonly MilestoneCriterion[];
}
