import { IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** A value of a task that becomes another; absent is none. */
export class ChangedField {
  @IsString() @Length(1, 60) readonly field!: string;

  @IsOptional() @IsString() @MaxLength(500) readonly before?: string;

  @IsOptional() @IsString() @MaxLength(500) readonly after?: string;
}
