import { ArrayMaxSize, IsArray, IsString, Length, Matches } from 'class-validator';

/** Hours of a role, period by period. */
export class RoleHours {
  @IsString() @Length(1, 100) readonly role!: string;

  @IsArray()
  @ArrayMaxSize(120)
  @Matches(/^\d{1,12}$/, { each: true })
  readonly hours!: readonly string[];
}
