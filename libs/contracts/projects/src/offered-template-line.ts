import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { TEMPLATE_LINE_PARTS, type TemplateLinePart } from './template-line-choice.js';

/** One thing that a later version of a template has otherwise than the one a project runs, and does not have in the project yet. */
export class OfferedTemplateLine {
  /** Of the task in the template, or the phase of the gate. */
  @IsString() @Length(1, 100) readonly key!: string;

  @IsIn(TEMPLATE_LINE_PARTS) readonly part!: TemplateLinePart;

  @IsString() @MaxLength(500) readonly name!: string;

  @IsIn(['added', 'removed', 'changed']) readonly change!: 'added' | 'removed' | 'changed';

  /**
   * `open`: may be taken. `changed-here`: the project changed it, so taking it must say so. `under-way`: work on it has begun, it
   * is not replanned. `gone-here`: the project took the task or gate out.
   */
  @IsIn(['open', 'changed-here', 'under-way', 'gone-here'])
  readonly state!: 'open' | 'changed-here' | 'under-way' | 'gone-here';

  /** In the version that the project runs; absent where it is not there. */
  @IsOptional() @IsString() @MaxLength(2000) readonly before?: string;

  /** In the later version. */
  @IsOptional() @IsString() @MaxLength(2000) readonly after?: string;

  /** In the project. */
  @IsOptional() @IsString() @MaxLength(2000) readonly here?: string;
}
