import { Type } from 'class-transformer';
import { IsArray, IsNumber, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { LoadWeek } from './load-week.js';

/** A person's load over weeks. */
export class PersonLoad {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 120) readonly role!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LoadWeek)
  readonly weeks!: readonly LoadWeek[];

  @IsNumber() readonly peakPercent!: number;
}
