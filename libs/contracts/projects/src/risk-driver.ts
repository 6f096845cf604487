import { IsInt, IsNumber, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';

/** How a risk of the register shapes the finish of the project. */
export class RiskDriver {
  @IsUUID() readonly entryId!: string;

  @IsInt() @Min(1) readonly number!: number;

  @IsString() @Length(1, 200) readonly title!: string;

  /** Share of the runs in which it happened. */
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly frequency!: number;

  /** How much later the project finishes on average when it happens, in minutes of the plan; absent when it delays nothing, always or never happened. */
  @IsOptional() @IsInt() readonly delayMinutes?: number;

  /**
   * By how many minutes P80 is earlier when the risk alone is taken out and everything else is drawn as before (risk
   * prioritization at P80, AACE RP 57R-09); absent when it was not looked at.
   */
  @IsOptional() @IsInt() readonly p80SavedMinutes?: number;

  /** That as a share of how much P80 is later than planned. Shares of risks that hide each other come to less than the whole. */
  @IsOptional() @IsNumber() readonly p80Share?: number;
}
