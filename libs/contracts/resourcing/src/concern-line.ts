import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { CONCERN_OUTCOMES, CONCERN_STATES, CONFIDENTIALITY, type Confidentiality } from './concern-kinds.js';
import { ConcernWord } from './concern-word.js';

/** A concern with all that was said to it, and by name who may read it. */
export class ConcernLine {
  @IsUUID() readonly concernId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly raisedByName!: string;

  @IsBoolean() readonly isOwn!: boolean;

  @IsIn(CONFIDENTIALITY) readonly confidentiality!: Confidentiality;

  @IsString() @Length(1, 200) readonly title!: string;

  @IsIn(CONCERN_STATES) readonly state!: (typeof CONCERN_STATES)[number];

  /** How it was closed. */
  @IsOptional() @IsIn(CONCERN_OUTCOMES) readonly outcome?: (typeof CONCERN_OUTCOMES)[number];

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly answerBy!: string;

  /** The day is over and nobody it went to has answered. */
  @IsBoolean() readonly isOverdue!: boolean;

  /** Whom it went to. */
  @IsArray() @IsString({ each: true }) readonly readers!: readonly string[];

  /** The first is what was raised. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ConcernWord)
  readonly words!: readonly ConcernWord[];
}
