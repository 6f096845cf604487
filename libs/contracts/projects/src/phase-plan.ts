import { IsInt, IsOptional, IsString, Length, Matches, Min } from 'class-validator';

/** A phase of a project and the day its gate is planned for. */
export class PhasePlan {
  /** Stable key inside the project, for example `design`. */
  @IsString() @Length(1, 60) readonly phaseId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsInt() @Min(1) readonly order!: number;

  /** Planned day of the gate that ends the phase. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly gateOn?: string;
}
