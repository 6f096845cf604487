import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { MilestoneCriterion } from './milestone-criterion.js';
import { Recorded } from './recorded.js';

/** Who answers for a milestone and what must be true for it to be accepted; the criteria replace those of before. */
export class SetMilestoneCriteria {
  static readonly subject = 'requests.projects.set-milestone-criteria.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MilestoneCriterion)
  readonly criteria!: readonly MilestoneCriterion[];

  /** The owner stays as it is when absent. */
  @IsOptional() @IsUUID() readonly ownerPersonId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly ownerName?: string;
}
