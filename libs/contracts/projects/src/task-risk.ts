import { IsNumber, IsString, IsUUID, Length, Max, Min } from 'class-validator';

/** How a task shapes the finish of the project. */
export class TaskRisk {
  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  /** Share of the runs in which it is critical (Van Slyke 1963). */
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly criticality!: number;

  /** Correlation of its duration with the finish of the project (Williams 1992). */
  @IsNumber()
  @Min(-1)
  @Max(1)
  readonly cruciality!: number;

  /** Criticality times its share in the deviation of the finish (schedule sensitivity index). */
  @IsNumber() @Min(0) readonly sensitivity!: number;
}
