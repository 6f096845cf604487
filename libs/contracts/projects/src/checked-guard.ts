import { IsOptional, IsString, Length } from 'class-validator';

/** A condition of a transition and what it found. */
export class CheckedGuard {
  @IsString() @Length(1, 60) readonly guard!: string;

  @IsString() readonly found!: string;

  /** Told where the condition does not hold. */
  @IsOptional() @IsString() readonly toDo?: string;
}
