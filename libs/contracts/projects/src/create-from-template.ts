import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ProjectFromTemplate } from './project-from-template.js';
import { WorkCalendar } from './work-calendar.js';

/** A new project with the plan, the roles, the checks and the gates of a template. Give its start or its finish. */
export class CreateFromTemplate {
  static readonly subject = 'requests.projects.create-from-template.v1';
  static readonly kind = 'command';
  static readonly answer = ProjectFromTemplate;

  @IsUUID() readonly templateId!: string;

  /** The latest version when absent. */
  @IsOptional() @IsInt() @Min(1) readonly templateVersion?: number;

  /** Given by the client to make the request repeatable; made by the service otherwise. */
  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 200) readonly portfolio!: string;

  @IsOptional() @IsString() @MaxLength(200) readonly programme?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly orgUnit?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly category?: string;

  @IsIn(['idea', 'proposal', 'candidate', 'approved', 'delivery'])
  readonly stage!: 'idea' | 'proposal' | 'candidate' | 'approved' | 'delivery';

  @IsOptional() @IsUUID() readonly managerPersonId?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly managerName?: string;

  @IsOptional() @IsUUID() readonly sponsorPersonId?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly sponsorName?: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  /** The first day of work. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start?: string;

  /** The last day of work, in the place of a start: the plan is scheduled backwards from it. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  @IsOptional() @IsBoolean() readonly isConfidential?: boolean;

  /** In the place of the template's project calendar. */
  @IsOptional() @ValidateNested() @Type(() => WorkCalendar) readonly calendar?: WorkCalendar;
}
