import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** Approved time of a project that is no cost yet, and why. */
export class WaitingTimeLine {
  @IsUUID() readonly projectId!: string;

  /** Absent while the project is not recorded. */
  @IsOptional() @IsString() @Length(1, 200) readonly projectName?: string;

  @IsIn([
    'no-rate',
    'rates-tie',
    'project-unknown',
    'no-exchange-rate',
    'period-closed',
    'date-outside-periods',
    'original-unknown',
    'reversal-overdraws',
  ])
  readonly reason!:
    | 'no-rate'
    | 'rates-tie'
    | 'project-unknown'
    | 'no-exchange-rate'
    | 'period-closed'
    | 'date-outside-periods'
    | 'original-unknown'
    | 'reversal-overdraws';

  @IsInt() @Min(1) readonly entries!: number;

  /** What was booked less what was taken back. */
  @IsInt() readonly minutes!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly firstDay!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly lastDay!: string;
}
