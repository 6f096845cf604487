import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ReadinessItem } from './readiness-item.js';
import { Recorded } from './recorded.js';
import { WorkCalendar } from './work-calendar.js';

/** A place where things are rolled out, wholly as it is now. */
export class RecordSite {
  static readonly subject = 'requests.projects.record-site.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** Given by the client; a new one is a new site. */
  @IsUUID() readonly siteId!: string;

  /** Short, unique: part of the codes of its projects. */
  @IsString() @Matches(/^[A-Za-z0-9-]{1,20}$/) readonly code!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** Its working week and its holidays. */
  @ValidateNested() @Type(() => WorkCalendar) readonly calendar!: WorkCalendar;

  /** BCP 47, for example `pt-BR`. */
  @IsString() @Length(2, 35) readonly language!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  /** Of the IANA database, for example `America/Sao_Paulo`. */
  @IsString() @Length(1, 60) readonly timeZone!: string;

  @IsOptional() @IsUUID() readonly managerPersonId?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly managerName?: string;

  /** What must be there before it begins. */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ReadinessItem)
  readonly readiness!: readonly ReadinessItem[];
}
