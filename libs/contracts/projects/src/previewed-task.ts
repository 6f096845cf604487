import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';

/** A task that comes, goes, gets another name or another place in the outline. */
export class PreviewedTask {
  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @MaxLength(500) readonly name!: string;

  /** Of a task that goes: what was reported of it would be lost. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  readonly percentComplete?: number;

  /** Its name before. */
  @IsOptional() @IsString() @MaxLength(500) readonly nameBefore?: string;

  /** The summaries above it, before and after, of a task that moves in the outline; absent at the top. */
  @IsOptional() @IsString() @MaxLength(500) readonly summaryBefore?: string;

  @IsOptional() @IsString() @MaxLength(500) readonly summary?: string;
}
