import { IsString, Length } from 'class-validator';

/** The role that stands for a person in a template. */
export class RoleOfResource {
  /** As the plan names them. */
  @IsString() @Length(1, 300) readonly resourceName!: string;

  @IsString() @Length(1, 200) readonly role!: string;
}
