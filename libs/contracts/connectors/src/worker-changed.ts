import { IsNumber, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** HR: facts of a person change from a date on; fields left out stay. */
export class WorkerChanged {
  static readonly subject = 'events.connectors.worker-changed.v1';
  static readonly aggregate = 'workerKey';

  @IsString() @Length(1, 120) readonly workerKey!: string;

  @IsString() @Length(1, 60) readonly employeeNumber!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  readonly email?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly role?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly orgUnit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly site?: string;

  @IsOptional() @IsNumber() readonly ftePercent?: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly effectiveOn!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedUntil?: string;
}
