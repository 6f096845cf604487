import { IsBoolean, IsNumber, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** `hr.worker.hired.v1`: a person starts, from a date on. */
export class WorkerHiredData {
  @Length(1, 60) readonly employeeNumber!: string;
  @Length(1, 200) readonly name!: string;
  @IsOptional() @Length(3, 320) readonly email?: string;
  @Length(1, 120) readonly role!: string;
  @Length(1, 200) readonly orgUnit!: string;
  @IsOptional() @Length(1, 120) readonly site?: string;
  @IsOptional() @IsNumber() @Min(1) @Max(100) readonly ftePercent?: number;
  @IsOptional() @IsBoolean() readonly isContractor?: boolean;
  @Matches(DATE) readonly effectiveOn!: string;
  @IsOptional() @Matches(DATE) readonly employedUntil?: string;
}

/** `hr.worker.changed.v1`: facts change from a date on; what is left out stays. */
export class WorkerChangedData {
  @Length(1, 60) readonly employeeNumber!: string;
  @IsOptional() @Length(1, 200) readonly name?: string;
  @IsOptional() @Length(3, 320) readonly email?: string;
  @IsOptional() @Length(1, 120) readonly role?: string;
  @IsOptional() @Length(1, 200) readonly orgUnit?: string;
  @IsOptional() @Length(1, 120) readonly site?: string;
  @IsOptional() @IsNumber() @Min(1) @Max(100) readonly ftePercent?: number;
  @Matches(DATE) readonly effectiveOn!: string;
  @IsOptional() @Matches(DATE) readonly employedUntil?: string;
}

/** `hr.worker.left.v1`: the last day of a person. */
export class WorkerLeftData {
  @Length(1, 60) readonly employeeNumber!: string;
  @Matches(DATE) readonly lastDay!: string;
}

/** `hr.leave.approved.v1` */
export class LeaveApprovedData {
  @Length(1, 60) readonly employeeNumber!: string;
  @Length(1, 100) readonly leaveId!: string;
  @Matches(DATE) readonly from!: string;
  @Matches(DATE) readonly to!: string;
}

/** `hr.leave.cancelled.v1` */
export class LeaveCancelledData {
  @Length(1, 60) readonly employeeNumber!: string;
  @IsString() @Length(1, 100) readonly leaveId!: string;
}
