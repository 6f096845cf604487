import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CheckedGuard } from './checked-guard.js';
import { ClosingGap } from './closing-gap.js';

/** A closing is over: everybody had answered and nothing was open, or somebody decided to end it all the same. */
export class ClosingEnded {
  static readonly subject = 'events.projects.closing-ended.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly closingId!: string;

  @IsIn(['benefits', 'archived']) readonly to!: 'benefits' | 'archived';

  @IsBoolean() readonly isOverridden!: boolean;

  /** Why it was ended with something open. */
  @IsOptional() @IsString() @Length(1, 2000) readonly overrideReason?: string;

  /** What was missing or open with others. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosingGap)
  readonly leftOpen!: readonly ClosingGap[];

  /** Conditions of the project itself that did not hold. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CheckedGuard)
  readonly overridden!: readonly CheckedGuard[];

  @IsUUID() readonly endedBy!: string;

  @IsString() @Length(1, 300) readonly endedByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly endedOn!: string;
}
