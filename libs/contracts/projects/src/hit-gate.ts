import { IsBoolean, IsOptional, IsString, Length, Matches } from 'class-validator';

/** A gate whose evidence a slip would hold up. */
export class HitGate {
  /** The phase that it ends. */
  @IsString() @Length(1, 60) readonly phaseId!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  /** The day it is planned for; absent where it has none. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  /** When the last milestone that it asks for is computed to be reached, without the slip and with it. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly readyBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly readyOn!: string;

  /** That milestone. */
  @IsString() @Length(1, 500) readonly milestoneName!: string;

  /** With the slip it would be ready after its day only. Absent where it has no day. */
  @IsOptional() @IsBoolean() readonly isLate?: boolean;

  /** It is late without the slip already. */
  @IsOptional() @IsBoolean() readonly wasLate?: boolean;
}
