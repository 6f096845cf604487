import { IsInt, Max, Min } from 'class-validator';

/** How much each thing counts when people are suggested, 0 to 100; only their relation matters. */
export class StaffingWeights {
  @IsInt() @Min(0) @Max(100) readonly skills!: number;

  @IsInt() @Min(0) @Max(100) readonly availability!: number;

  /** Those who are in the project already. */
  @IsInt() @Min(0) @Max(100) readonly continuity!: number;

  /** Those who want to do more of it. */
  @IsInt() @Min(0) @Max(100) readonly growth!: number;

  /** Low cost grades. */
  @IsInt() @Min(0) @Max(100) readonly costGrade!: number;
}
