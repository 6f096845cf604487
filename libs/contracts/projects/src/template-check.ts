import { IsBoolean, IsString, Length } from 'class-validator';

/** A quality check that a milestone of a template brings with it. */
export class TemplateCheck {
  @IsString() @Length(1, 300) readonly title!: string;

  @IsBoolean() readonly isMandatory!: boolean;
}
