import { IsInt, Min } from 'class-validator';

/** Quality of the portfolio in figures. */
export class PortfolioQualityFigures {
  @IsInt() @Min(0) readonly milestones!: number;

  @IsInt() @Min(0) readonly ready!: number;

  @IsInt() @Min(0) readonly accepted!: number;

  @IsInt() @Min(0) readonly openMandatory!: number;

  /** Milestones due before today that are not accepted. */
  @IsInt() @Min(0) readonly overdue!: number;
}
