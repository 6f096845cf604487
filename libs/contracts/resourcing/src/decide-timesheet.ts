import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

export const TIMESHEET_OUTCOMES = ['approved', 'returned'] as const;

/** Approves a sheet that was handed in, or returns it to be written anew. Nobody decides on the own one. */
export class DecideTimesheet {
  static readonly subject = 'requests.resourcing.decide-timesheet.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly sheetId!: string;

  @IsIn(TIMESHEET_OUTCOMES) readonly outcome!: (typeof TIMESHEET_OUTCOMES)[number];

  /** Why it is returned. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  readonly reason?: string;
}
