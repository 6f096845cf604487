import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';

/** A milestone as the project page shows it. */
export class MilestoneLine {
  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly phaseId?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineOn?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastOn!: string;

  /** Forecast minus baseline in calendar days, late positive; 0 without baseline. */
  @IsInt() readonly slipDays!: number;

  @IsBoolean() readonly isDone!: boolean;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly acceptedOn?: string;

  @IsArray() @IsUUID('all', { each: true }) readonly sharedWith!: readonly string[];

  /** For `If-Match` when it is shared. */
  @IsOptional() @IsInt() @Min(1) readonly version?: number;
}
