import { IsIn, IsInt, IsNumber, Max, Min } from 'class-validator';

/** Where a risk stands in the matrix of probability and impact; opportunities stand on the mirrored side (PMBOK Guide, fifth edition, figure 11-10). */
export class RaidHeat {
  /** 1 is very low, 5 very high. */
  @IsInt() @Min(1) @Max(5) readonly probabilityBand!: number;

  /** The greater of what it does to the budget and to the duration of the project, each as a share of the whole. */
  @IsInt() @Min(1) @Max(5) readonly impactBand!: number;

  /** Probability times impact by the scales of the matrix; 0.01 to 0.72. */
  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0)
  @Max(1)
  readonly score!: number;

  @IsIn(['low', 'moderate', 'high']) readonly zone!: 'low' | 'moderate' | 'high';
}
