import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { SkillNeed } from './skill-need.js';
import { StaffingSuggestions } from './staffing-suggestions.js';
import { StaffingWeights } from './staffing-weights.js';

/** Who could do the work of projects that nobody is booked for. Books nobody. */
export class SuggestStaffing {
  static readonly subject = 'requests.resourcing.suggest-staffing.v1';
  static readonly kind = 'query';
  static readonly answer = StaffingSuggestions;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  readonly projectIds!: readonly string[];

  /** Skills 40, availability 25, continuity 15, growth 10, cost grade 10 unless told. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StaffingWeights)
  readonly weights?: StaffingWeights;

  /** Where none is told, the resource name is taken for a role or a skill. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SkillNeed)
  readonly needs?: readonly SkillNeed[];
}
