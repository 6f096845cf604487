import { IsISO8601, IsIn, IsNumber, IsOptional, IsString, Length, Matches } from 'class-validator';

/** What one snapshot of the portfolio list said of the project. */
export class SnapshotFigure {
  @IsString() @Length(1, 40) readonly snapshot!: string;

  @IsISO8601() readonly importedAt!: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly wholeLifeCostMinor?: string;

  @IsOptional() @IsNumber() readonly durationMonths?: number;

  @IsOptional()
  @IsIn(['red', 'amber', 'green'])
  readonly deliveryConfidence?: 'red' | 'amber' | 'green';

  @IsOptional() @IsNumber() readonly variancePercent?: number;
}
