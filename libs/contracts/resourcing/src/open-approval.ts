import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

export const APPROVAL_KINDS = ['timesheet', 'booking'] as const;

/** Something that waits for a decision of somebody who leaves. Others who act for the person decide as well. */
export class OpenApproval {
  /** Who leaves. */
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  /** The last day of the employment. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly lastDay!: string;

  /** A sheet that was handed in, or a booking to confirm. */
  @IsIn(APPROVAL_KINDS) readonly kind!: (typeof APPROVAL_KINDS)[number];

  /** Whose sheet or booking it is. */
  @IsUUID() readonly otherPersonId!: string;

  @IsString() @Length(1, 200) readonly otherPersonName!: string;

  /** Of a sheet: the Monday of its week. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart?: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional() @IsUUID() readonly assignmentId?: string;

  /** Of a booking: its task. */
  @IsOptional() @IsString() @MaxLength(500) readonly taskName?: string;
}
