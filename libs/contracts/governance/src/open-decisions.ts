import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { WaitingDecisions } from './waiting-decisions.js';

/** Gates of the coming days and open decisions over all projects. */
export class OpenDecisions {
  static readonly subject = 'requests.governance.open-decisions.v1';
  static readonly kind = 'query';
  static readonly answer = WaitingDecisions;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(366)
  readonly days?: number;
}
