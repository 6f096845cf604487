import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** Which frozen rates amounts were converted with. */
export class NamedRateSet {
  @IsUUID() readonly setId!: string;

  @IsString() @Length(1, 120) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly fixedOn!: string;
}
