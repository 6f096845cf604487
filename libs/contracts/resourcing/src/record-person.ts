import {
  IsBoolean,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { Recorded } from './recorded.js';

/** Records a person by hand. */
export class RecordPerson {
  static readonly subject = 'requests.resourcing.record-person.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

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

  /** Cost grade, for rate cards and staffing; never a salary. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  readonly grade?: string;

  /** Who decides on the person's sheets besides resource managers. */
  @IsOptional() @IsUUID() readonly lineManagerId?: string;

  @IsNumber() readonly ftePercent!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedFrom!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedUntil?: string;

  @IsOptional() @IsBoolean() readonly isContractor?: boolean;
}
