import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/**
 * A project ended before its time. Whoever holds money, people or dates for it gives them back; what was spent is sunk.
 */
export class ProjectStopped {
  static readonly subject = 'events.projects.project-stopped.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  /** Where it stood. */
  @IsIn(['idea', 'proposal', 'candidate', 'approved', 'delivery', 'closing', 'benefits', 'archived'])
  readonly stageBefore!:
    'idea' | 'proposal' | 'candidate' | 'approved' | 'delivery' | 'closing' | 'benefits' | 'archived';

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
    'gate-decision',
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
    | 'gate-decision'
    | 'other';

  @IsString() @Length(1, 2000) readonly reason!: string;

  /** The decision it rests on. */
  @IsOptional() @IsString() @Length(1, 300) readonly evidence?: string;

  @IsUUID() readonly stoppedBy!: string;

  @IsString() @Length(1, 300) readonly stoppedByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly stoppedOn!: string;
}
