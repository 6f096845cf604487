import { IsBoolean, IsString, Length } from 'class-validator';

/** What the project itself has to settle before its closing ends. */
export class ClosingCondition {
  @IsString() @Length(1, 60) readonly guard!: string;

  @IsString() readonly found!: string;

  @IsString() readonly toDo!: string;

  @IsBoolean() readonly isMet!: boolean;

  /** The closing may be ended without it, with a reason. */
  @IsBoolean() readonly mayBeOverridden!: boolean;
}
