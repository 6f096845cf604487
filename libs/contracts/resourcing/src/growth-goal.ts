import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { GrowthWork } from './growth-work.js';
import { SkillFact } from './skill-fact.js';

export const GROWTH_STATES = ['open', 'reached', 'late', 'dropped'] as const;

/** A skill that is wanted, and what was shown of it. */
export class GrowthGoal {
  @IsUUID() readonly goalId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 120) readonly skill!: string;

  @IsInt() @Min(1) @Max(5) readonly level!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly by!: string;

  @IsString() @Length(1, 1_000) readonly why!: string;

  /** Reached only when the level was confirmed by who decides for the person: stated is not yet reached. */
  @IsIn(GROWTH_STATES) readonly state!: (typeof GROWTH_STATES)[number];

  /** What counts today, and at what it stood when the goal was set. */
  @IsInt() @Min(0) @Max(5) readonly currentLevel!: number;

  @IsInt() @Min(0) @Max(5) readonly startLevel!: number;

  /** What was recorded of the skill since the goal was set, the last first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SkillFact)
  readonly evidence!: readonly SkillFact[];

  /** Assignments that build it; those of projects the reader may not see are left out. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GrowthWork)
  readonly assignments!: readonly GrowthWork[];

  /** Work to come that asks for the skill by name and has nobody yet. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GrowthWork)
  readonly openings!: readonly GrowthWork[];
}
