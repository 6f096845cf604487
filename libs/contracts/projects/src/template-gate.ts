import { IsArray, IsInt, IsOptional, IsString, Length, Min } from 'class-validator';

/** The gate that ends a phase of a template. */
export class TemplateGate {
  @IsString() @Length(1, 60) readonly phaseId!: string;

  @IsString() @Length(1, 200) readonly phaseName!: string;

  @IsInt() @Min(1) readonly order!: number;

  @IsString() @Length(1, 300) readonly name!: string;

  /** Working days between the start of the project and its day; absent when it has none. */
  @IsOptional() @IsInt() readonly dueAfterDays?: number;

  /** Keys of the milestones that it asks for beside those of its phase. */
  @IsArray() @IsString({ each: true }) readonly milestoneKeys!: readonly string[];
}
