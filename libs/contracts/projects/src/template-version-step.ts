import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Min } from 'class-validator';

/** What a project decided of a later version of its template. */
export class TemplateVersionStep {
  /** From 1 within the project. */
  @IsInt() @Min(1) readonly number!: number;

  @IsInt() @Min(1) readonly fromVersion!: number;

  @IsInt() @Min(2) readonly toVersion!: number;

  @IsIn(['adopted', 'declined']) readonly decision!: 'adopted' | 'declined';

  /** Lines that were taken, in words. */
  @IsArray() @IsString({ each: true }) readonly taken!: readonly string[];

  /** Lines that were offered and not taken, in words. */
  @IsArray() @IsString({ each: true }) readonly leftOut!: readonly string[];

  @IsString() @Length(1, 2000) readonly reason!: string;

  /** The version of the plan that came of it; absent when the plan stayed. */
  @IsOptional() @IsInt() @Min(1) readonly planVersion?: number;

  @IsString() @Length(1, 300) readonly decidedByName!: string;

  @IsISO8601() readonly decidedAt!: string;
}
