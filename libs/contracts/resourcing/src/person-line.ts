import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A person in a list. */
export class PersonLine {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 60) readonly employeeNumber!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 120) readonly role!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedFrom!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedUntil?: string;
}
