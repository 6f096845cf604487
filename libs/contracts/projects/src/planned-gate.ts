import { IsArray, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A gate that should end a phase. */
export class PlannedGate {
  @IsString() @Length(1, 60) readonly phaseId!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsInt() @Min(1) readonly order!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  /** Milestones that it asks for beside those of its phase. */
  @IsArray() @IsUUID('all', { each: true }) readonly milestoneIds!: readonly string[];
}
