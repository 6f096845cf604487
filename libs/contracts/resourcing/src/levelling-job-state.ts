import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { LevellingProgress } from './levelling-progress.js';

export const LEVELLING_JOB_STATES = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;

/** A levelling that was asked for. */
export class LevellingJobState {
  @IsUUID() readonly jobId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsIn(LEVELLING_JOB_STATES) readonly state!: (typeof LEVELLING_JOB_STATES)[number];

  @IsString() @Length(1, 40) readonly objective!: string;

  @IsInt() @Min(1) readonly seconds!: number;

  @IsInt() @Min(0) readonly projects!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly requestedAt!: string;

  /** How often a worker took it; more than once when one was lost. */
  @IsInt() @Min(0) readonly attempt!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly startedAt?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly finishedAt?: string;

  @IsOptional() @ValidateNested() @Type(() => LevellingProgress) readonly progress?: LevellingProgress;

  @IsOptional() @IsUUID() readonly proposalId?: string;

  /** Why it failed, or was cancelled. */
  @IsOptional() @IsString() @Length(1, 2000) readonly reason?: string;
}
