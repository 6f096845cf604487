import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { CheckedGuard } from './checked-guard.js';

/** A stage that a project may go to from where it is. */
export class StageWay {
  @IsString() @Length(1, 40) readonly to!: string;

  /** Who moves it there. */
  @IsArray()
  @IsIn(['pmo', 'sponsor', 'manager', 'submitter'], { each: true })
  readonly who!: readonly ('pmo' | 'sponsor' | 'manager' | 'submitter')[];

  /** What does not hold yet. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CheckedGuard)
  readonly missing!: readonly CheckedGuard[];

  /** Whether who asks may move it there. */
  @IsOptional() @IsBoolean() readonly isYours?: boolean;
}
