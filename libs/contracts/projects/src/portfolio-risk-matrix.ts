import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { RiskMatrix } from './risk-matrix.js';

/**
 * The open risks and opportunities of all projects that the caller may see in one matrix of probability and impact. With a
 * cell, that is with an effect and both bands, the answer names the risks that stand in it.
 */
export class PortfolioRiskMatrix {
  static readonly subject = 'requests.projects.portfolio-risk-matrix.v1';
  static readonly kind = 'query';
  static readonly answer = RiskMatrix;

  @IsOptional() @IsString() @MaxLength(200) readonly portfolio?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly programme?: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional() @IsUUID() readonly ownerPersonId?: string;

  @IsOptional() @IsIn(['threat', 'opportunity']) readonly effect?: 'threat' | 'opportunity';

  @IsOptional() @IsInt() @Min(1) @Max(5) readonly probabilityBand?: number;

  @IsOptional() @IsInt() @Min(1) @Max(5) readonly impactBand?: number;
}
