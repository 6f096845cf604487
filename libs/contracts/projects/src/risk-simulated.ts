import { IsUUID, Matches } from 'class-validator';

/** What a simulation came to, in short. */
export class RiskSimulated {
  @IsUUID() readonly simulationId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly plannedFinish!: string;

  /** The finish that half of the runs keep. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p50!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p80!: string;
}
