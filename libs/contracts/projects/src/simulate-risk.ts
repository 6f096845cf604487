import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { RiskSimulated } from './risk-simulated.js';

/** Simulates how the plan may turn out, from the estimates of its tasks. */
export class SimulateRisk {
  static readonly subject = 'requests.projects.simulate-risk.v1';
  static readonly kind = 'command';
  static readonly answer = RiskSimulated;

  @IsUUID() readonly projectId!: string;

  /** 10,000 when absent. */
  @IsOptional()
  @IsInt()
  @Min(100)
  @Max(100_000)
  readonly runs?: number;

  /** The same seed gives the same answer for the same plan; made from the plan when absent. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  readonly seed?: number;
}
