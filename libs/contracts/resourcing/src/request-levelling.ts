import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ProjectPriority } from './project-priority.js';
import { Recorded } from './recorded.js';

export const LEVELLING_OBJECTIVES = ['finish', 'lateness', 'smooth-load', 'cost'] as const;

/**
 * Asks for a proposal in which nobody is booked above capacity. It is worked out in the background: the answer is the job.
 * Work of projects that are not chosen stays where it is.
 */
export class RequestLevelling {
  static readonly subject = 'requests.resourcing.request-levelling.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** All projects that the person may see when none is named. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID('all', { each: true })
  readonly projectIds?: readonly string[];

  /**
   * `finish`: the earliest end of all work. `lateness`: the least weighted lateness after the projects' baseline
   * finishes. `smooth-load`: as few changes of load as the earliest end allows. `cost`: projects open for as short as possible,
   * weighted, before lateness.
   */
  @IsIn(LEVELLING_OBJECTIVES) readonly objective!: (typeof LEVELLING_OBJECTIVES)[number];

  /** How long to search; a proof may end it earlier. 10 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(600)
  readonly seconds?: number;

  /** Projects that weigh more than others; 1 unless told. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ProjectPriority)
  readonly priorities?: readonly ProjectPriority[];
}
