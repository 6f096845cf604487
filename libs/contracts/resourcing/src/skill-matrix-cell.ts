import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { SKILL_STATES } from './skill-line.js';

/** A skill that counts today. */
export class SkillMatrixCell {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  @IsString() @Length(1, 120) readonly skill!: string;

  @IsInt() @Min(1) @Max(5) readonly level!: number;

  @IsIn(SKILL_STATES) readonly state!: (typeof SKILL_STATES)[number];

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validUntil?: string;

  @IsBoolean() readonly isConfirmed!: boolean;
}
