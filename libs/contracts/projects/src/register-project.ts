import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PhasePlan } from './phase-plan.js';
import { Recorded } from './recorded.js';

/** Opens the record of a project. */
export class RegisterProject {
  static readonly subject = 'requests.projects.register-project.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** Given by the client to make the request repeatable; made by the service otherwise. */
  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 200) readonly portfolio!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly programme?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly orgUnit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly category?: string;

  @IsIn(['idea', 'proposal', 'candidate', 'approved', 'delivery', 'closing', 'benefits', 'archived'])
  readonly stage!:
    'idea' | 'proposal' | 'candidate' | 'approved' | 'delivery' | 'closing' | 'benefits' | 'archived';

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PhasePlan)
  readonly phases!: readonly PhasePlan[];

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly currentPhaseId?: string;

  @IsOptional() @IsUUID() readonly managerPersonId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly managerName?: string;

  @IsOptional() @IsUUID() readonly sponsorPersonId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly sponsorName?: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  @IsOptional() @IsBoolean() readonly isConfidential?: boolean;
}
