import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

/** A line of "Needs you today". */
export class AttentionLine {
  @IsUUID() readonly attentionId!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly projectName?: string;

  @IsIn(['decision', 'gate', 'budget', 'capacity', 'milestone', 'status'])
  readonly kind!: 'decision' | 'gate' | 'budget' | 'capacity' | 'milestone' | 'status';

  @IsIn(['red', 'amber']) readonly severity!: 'red' | 'amber';

  @IsString() @Length(1, 300) readonly title!: string;

  @IsString() @Length(1, 500) readonly detail!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly since!: string;

  /** Gate, decision, person or milestone the line is about. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly subjectId?: string;
}
