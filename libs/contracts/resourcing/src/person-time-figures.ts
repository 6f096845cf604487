import { Type } from 'class-transformer';
import { IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { PersonTimeWeek } from './person-time-week.js';

/** Weeks of a person, in order. */
export class PersonTimeFigures {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonTimeWeek)
  readonly weeks!: readonly PersonTimeWeek[];
}
