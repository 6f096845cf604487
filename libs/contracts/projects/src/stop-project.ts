import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Ends a project before its time. What was approved is closed, what was not goes straight to the archive. */
export class StopProject {
  static readonly subject = 'requests.projects.stop-project.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsIn([
    'withdrawn',
    'duplicate',
    'no-strategic-fit',
    'business-case-gone',
    'too-costly',
    'too-risky',
    'no-capacity',
    'not-feasible',
    'regulation',
    'superseded',
    'other',
  ])
  readonly reasonCode!:
    | 'withdrawn'
    | 'duplicate'
    | 'no-strategic-fit'
    | 'business-case-gone'
    | 'too-costly'
    | 'too-risky'
    | 'no-capacity'
    | 'not-feasible'
    | 'regulation'
    | 'superseded'
    | 'other';

  @IsString() @Length(1, 2000) readonly reason!: string;

  /** The decision it rests on; needed from the approval on. */
  @IsOptional() @IsString() @Length(1, 300) readonly evidence?: string;
}
