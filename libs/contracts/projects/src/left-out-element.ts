import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** An element of a plan file that was changed or left out, and why. */
export class LeftOutElement {
  @IsIn(['task', 'link', 'resource', 'assignment', 'calendar', 'baseline', 'project', 'field'])
  readonly kind!: 'task' | 'link' | 'resource' | 'assignment' | 'calendar' | 'baseline' | 'project' | 'field';

  @IsString() @Length(1, 60) readonly uid!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly name?: string;

  @IsIn(['changed', 'left-out']) readonly action!: 'changed' | 'left-out';

  @IsString() @Length(1, 500) readonly reason!: string;
}
