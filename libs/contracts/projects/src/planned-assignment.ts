import {
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';

/** Who works on what, when and how much, as the plan says. */
export class PlannedAssignment {
  @IsUUID() readonly assignmentId!: string;

  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 500) readonly taskName!: string;

  @IsString() @Length(1, 300) readonly resourceName!: string;

  /** E-mail or employee number when the plan has one: how resourcing finds the person. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly resourceKey?: string;

  @IsIn(['work', 'material', 'cost']) readonly resourceKind!: 'work' | 'material' | 'cost';

  @IsNumber() readonly unitsPercent!: number;

  @IsInt() @Min(0) readonly workMinutes!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;
}
