import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Recorded } from './recorded.js';
import { WaveSitePlan } from './wave-site-plan.js';

/** One version of a template for a number of sites, each with its start. Nothing begins before the launch. */
export class PlanWave {
  static readonly subject = 'requests.projects.plan-wave.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** Given by the client; a new one is a new wave. */
  @IsUUID() readonly waveId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** What the codes of its projects begin with; that of the site follows. */
  @IsString() @Matches(/^[A-Za-z0-9-]{1,30}$/) readonly codePrefix!: string;

  @IsUUID() readonly templateId!: string;

  @IsInt() @Min(1) readonly templateVersion!: number;

  @IsString() @Length(1, 200) readonly portfolio!: string;

  /** All its projects stand in this programme. */
  @IsString() @Length(1, 200) readonly programme!: string;

  /** In the order in which they begin. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => WaveSitePlan)
  readonly sites!: readonly WaveSitePlan[];

  /** Sites without a start of their own begin one after the other, the first one of the list on this day. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly firstStart?: string;

  /** Days from one place in the list to the next. */
  @IsOptional() @IsInt() @Min(0) @Max(366) readonly intervalDays?: number;
}
