import { IsInt, IsUUID, Min } from 'class-validator';

/** Bookings of a project changed. */
export class ProjectStaffingChanged {
  static readonly subject = 'events.resourcing.project-staffing-changed.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(0) readonly people!: number;

  @IsInt() @Min(0) readonly bookedMinutes!: number;

  @IsInt() @Min(0) readonly unfilledAssignments!: number;

  @IsInt() @Min(0) readonly overloadedPeople!: number;
}
