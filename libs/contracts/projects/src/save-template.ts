import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { Recorded } from './recorded.js';
import { RoleOfResource } from './role-of-resource.js';

/** The plan of a project as it stands becomes the next version of a template; people become roles, days become offsets. */
export class SaveTemplate {
  static readonly subject = 'requests.projects.save-template.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** Given by the client; a new one is a new template. */
  @IsUUID() readonly templateId!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** What it is for, in words. */
  @IsString() @Length(1, 2000) readonly purpose!: string;

  /** Which role stands for whom. Whoever is not named here keeps the name that the plan has, which then is a role. */
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => RoleOfResource)
  readonly roles!: readonly RoleOfResource[];
}
