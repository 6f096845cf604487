import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { Recorded } from './recorded.js';

/** Changes fields of a project's record; fields left out stay as they are. */
export class ReviseProject {
  static readonly subject = 'requests.projects.revise-project.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly programme?: string;

  @IsOptional()
  @IsIn(['idea', 'proposal', 'candidate', 'approved', 'delivery', 'closing', 'benefits', 'archived'])
  readonly stage?:
    'idea' | 'proposal' | 'candidate' | 'approved' | 'delivery' | 'closing' | 'benefits' | 'archived';

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

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;
}
