import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { LevellingProposalFigures } from './levelling-proposal-figures.js';

/** What a levelling proposes, its moves a page at a time. Projects that the person may not see are left out. */
export class LevellingProposal {
  static readonly subject = 'requests.resourcing.levelling-proposal.v1';
  static readonly kind = 'query';
  static readonly answer = LevellingProposalFigures;

  @IsUUID() readonly proposalId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly limit?: number;
}
