import { IsInt, IsString, Max, Min } from 'class-validator';

export class ProgressReportedDto {
  @IsInt()
  reportId!: number;

  @IsString()
  projectId!: string;

  @IsString()
  taskId!: string;

  @IsInt()
  @Min(0)
  @Max(100)
  percentComplete!: number;
}
