import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Moves a project to another stage of its life. Each way has its guards; all of them are told when one does not hold. */
export class MoveProject {
  static readonly subject = 'requests.projects.move-project.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsIn(['idea', 'proposal', 'candidate', 'approved', 'delivery', 'closing', 'benefits', 'archived'])
  readonly to!:
    'idea' | 'proposal' | 'candidate' | 'approved' | 'delivery' | 'closing' | 'benefits' | 'archived';

  @IsString() @Length(1, 2000) readonly reason!: string;

  /** The decision, minutes or protocol it rests on. */
  @IsOptional() @IsString() @Length(1, 300) readonly evidence?: string;

  /** Why a closing ends while somebody has not answered or something is open. */
  @IsOptional() @IsString() @Length(1, 2000) readonly override?: string;
}
