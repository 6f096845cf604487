import { IsInt, IsUUID, Matches, Min } from 'class-validator';

/** The finish of a plan was simulated: by which day how many of the runs were done. */
export class FinishSimulated {
  static readonly subject = 'events.projects.finish-simulated.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly simulationId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly scheduleVersion!: number;

  @IsInt() @Min(1) readonly runs!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly plannedFinish!: string;

  /** The finish that a tenth of the runs keep. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p10!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p50!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p80!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p90!: string;
}
