import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { WaitingTimeLine } from './waiting-time-line.js';

/** Time that waits, by project and reason. */
export class WaitingTimeList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WaitingTimeLine)
  readonly waiting!: readonly WaitingTimeLine[];
}
