import { Type } from 'class-transformer';
import { IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { LoadWeek } from './load-week.js';

/** The weeks in which a person is booked above capacity changed; an empty list means none is left. */
export class OverloadsChanged {
  static readonly subject = 'events.resourcing.overloads-changed.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsString() @Length(1, 120) readonly role!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LoadWeek)
  readonly weeks!: readonly LoadWeek[];

  @IsArray() @IsUUID('all', { each: true }) readonly projectIds!: readonly string[];
}
