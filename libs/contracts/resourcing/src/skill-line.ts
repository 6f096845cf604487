import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { SkillFact } from './skill-fact.js';

export const SKILL_STATES = ['none', 'valid', 'expiring', 'expired'] as const;

/** A skill of a person with all that was recorded of it, the newest first. */
export class SkillLine {
  @IsString() @Length(1, 120) readonly skill!: string;

  /** What counts today: 0 once it is expired. */
  @IsInt() @Min(0) @Max(5) readonly level!: number;

  @IsIn(SKILL_STATES) readonly state!: (typeof SKILL_STATES)[number];

  /** For `If-Match`. */
  @IsInt() @Min(1) readonly version!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SkillFact)
  readonly history!: readonly SkillFact[];
}
