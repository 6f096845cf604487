import { IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** A project that waits for a milestone of another one. */
export class WaitingProject {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsOptional() @IsString() @Length(1, 300) readonly managerName?: string;
}
