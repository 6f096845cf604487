import { IsNumber, IsUUID, Max, Min } from 'class-validator';

/** What a day of a project's lateness weighs against that of others. */
export class ProjectPriority {
  @IsUUID() readonly projectId!: string;

  @IsNumber() @Min(0.01) @Max(1000) readonly weight!: number;
}
