import {
  IsBoolean,
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

/** The record of a person was created or changed. Carries what planning needs; no salary. */
export class PersonRecorded {
  static readonly subject = 'events.resourcing.person-recorded.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @IsInt() @Min(1) readonly version!: number;

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

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedFrom!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedUntil?: string;

  @IsBoolean() readonly isContractor!: boolean;
}
