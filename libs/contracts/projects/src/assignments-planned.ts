import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { PlannedAssignment } from './planned-assignment.js';

/** One part of the assignments of an adopted plan. */
export class AssignmentsPlanned {
  static readonly subject = 'events.projects.assignments-planned.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly part!: number;

  @IsInt() @Min(1) readonly parts!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlannedAssignment)
  readonly assignments!: readonly PlannedAssignment[];
}
