import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** A gate that was decided on a version of the business case. */
export class BusinessCaseGate {
  @IsUUID() readonly gateId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 40) readonly decision!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly decidedOn!: string;
}
