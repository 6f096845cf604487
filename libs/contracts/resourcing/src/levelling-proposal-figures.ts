import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LevelledProject } from './levelled-project.js';
import { ProposedMove } from './proposed-move.js';

export const LEVELLING_PROPOSAL_STATES = ['open', 'accepted', 'contested', 'outdated'] as const;

/** A proposal: what it costs, what it gains, how good it is known to be, and every move with its reason. */
export class LevellingProposalFigures {
  @IsUUID() readonly proposalId!: string;

  @IsUUID() readonly jobId!: string;

  @IsInt() @Min(1) readonly version!: number;

  /** `outdated`: the plan of one of its projects changed after it was made. */
  @IsIn(LEVELLING_PROPOSAL_STATES) readonly state!: (typeof LEVELLING_PROPOSAL_STATES)[number];

  @IsString() @Length(1, 40) readonly objective!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly madeAt!: string;

  /** The last finish of all work as planned and as proposed; no plan finishes before the bound. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishAfter!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBound!: string;

  /** Working days from the day it was made. */
  @IsInt() @Min(0) readonly makespanBeforeDays!: number;

  @IsInt() @Min(0) readonly makespanAfterDays!: number;

  @IsInt() @Min(0) readonly lowerBoundDays!: number;

  @IsNumber() @Min(0) @Max(1) readonly gap!: number;

  /** A proof says that no plan finishes earlier. */
  @IsBoolean() readonly isOptimal!: boolean;

  /** Days in which somebody or a role is booked above capacity, summed over all of them. */
  @IsInt() @Min(0) readonly overbookedDaysBefore!: number;

  @IsInt() @Min(0) readonly overbookedDaysAfter!: number;

  /** What the proposal takes for granted, a sentence each. */
  @IsArray() @IsString({ each: true }) readonly assumptions!: readonly string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LevelledProject)
  readonly projects!: readonly LevelledProject[];

  @IsInt() @Min(0) readonly moveCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ProposedMove)
  readonly moves!: readonly ProposedMove[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly nextCursor?: string;
}
