import { Type } from 'class-transformer';
import { IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { SkillLine } from './skill-line.js';

/** Skills of a person, by name. */
export class PersonSkillsFigures {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SkillLine)
  readonly skills!: readonly SkillLine[];
}
