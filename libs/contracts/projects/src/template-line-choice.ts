import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';

/** What of a task a version of a template may have otherwise; `task` is the whole task, `gate` a gate by its phase. */
export const TEMPLATE_LINE_PARTS = [
  'task',
  'name',
  'place',
  'kind',
  'duration',
  'links',
  'date',
  'calendar',
  'roles',
  'checks',
  'gate',
] as const;

export type TemplateLinePart = (typeof TEMPLATE_LINE_PARTS)[number];

/** A line of a later version that is to be taken. */
export class TemplateLineChoice {
  @IsString() @Length(1, 100) readonly key!: string;

  @IsIn(TEMPLATE_LINE_PARTS) readonly part!: TemplateLinePart;

  /** Said of a line that was changed in the project: what it has there is given up. */
  @IsOptional() @IsBoolean() readonly overwrites?: boolean;
}
