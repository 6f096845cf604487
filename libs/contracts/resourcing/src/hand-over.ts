import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

export const HAND_OVER_KINDS = [
  'running-work',
  'project-manager',
  'project-sponsor',
  'line-manager',
] as const;

/** Something that somebody who leaves still has. */
export class HandOver {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  /** The last day of the employment. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly lastDay!: string;

  /** Work that goes on after the last day, a project to account for, or people whose time is to be decided on. */
  @IsIn(HAND_OVER_KINDS) readonly kind!: (typeof HAND_OVER_KINDS)[number];

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional() @IsUUID() readonly assignmentId?: string;

  /** The person who needs another line manager. */
  @IsOptional() @IsUUID() readonly otherPersonId?: string;

  @IsString() @MaxLength(500) readonly name!: string;
}
