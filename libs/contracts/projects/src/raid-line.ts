import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { RaidHeat } from './raid-heat.js';
import { RaidStanding } from './raid-standing.js';

/** An entry of the register as people read it. */
export class RaidLine extends RaidStanding {
  @IsString() @Length(1, 300) readonly projectName!: string;

  /** What the exposure would be without any response. */
  @Matches(/^\d{1,15}$/) readonly inherentExposureMinor!: string;

  /**
   * What a unit of money spent on the response takes off the exposure: (inherent - residual exposure) / cost of the response
   * (risk reduction leverage, Boehm 1991); absent while no response is in place or it costs nothing.
   */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  readonly responseLeverage?: number;

  /** Of open risks, where the budget or the dates of the project say what its impact is a share of. */
  @IsOptional() @ValidateNested() @Type(() => RaidHeat) readonly heat?: RaidHeat;

  /** Open although its day is past. */
  @IsBoolean() readonly isOverdue!: boolean;

  /** Days since it was raised, until it ended. */
  @IsNumber() @Min(0) readonly ageDays!: number;
}
