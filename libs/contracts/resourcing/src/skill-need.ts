import { IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';

/** A skill that an unnamed resource of a project needs. */
export class SkillNeed {
  @IsUUID() readonly projectId!: string;

  /** As the plan names the resource. */
  @IsString() @Length(1, 300) readonly resourceName!: string;

  @IsString() @Length(1, 120) readonly skill!: string;

  @IsInt() @Min(1) @Max(5) readonly minimumLevel!: number;
}
