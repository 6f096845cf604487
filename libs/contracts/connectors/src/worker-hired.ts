import { IsBoolean, IsNumber, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** HR: a person starts to work, from a date on. */
export class WorkerHired {
  static readonly subject = 'events.connectors.worker-hired.v1';
  static readonly aggregate = 'workerKey';

  /** Source and employee number: `hr:4711`. */
  @IsString() @Length(1, 120) readonly workerKey!: string;

  @IsString() @Length(1, 60) readonly employeeNumber!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  readonly email?: string;

  @IsString() @Length(1, 120) readonly role!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly site?: string;

  @IsNumber() readonly ftePercent!: number;

  @IsBoolean() readonly isContractor!: boolean;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly effectiveOn!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedUntil?: string;
}
