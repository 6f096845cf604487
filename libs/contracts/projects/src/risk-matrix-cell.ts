import { IsIn, IsInt, Min } from 'class-validator';
import { RaidHeat } from './raid-heat.js';

/** A cell of the matrix and how many open risks stand in it. */
export class RiskMatrixCell extends RaidHeat {
  @IsIn(['threat', 'opportunity']) readonly effect!: 'threat' | 'opportunity';

  @IsInt() @Min(1) readonly count!: number;
}
