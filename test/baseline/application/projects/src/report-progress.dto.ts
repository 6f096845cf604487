import { IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';

export class ReportProgressDto {
  @IsInt()
  @Min(0)
  @Max(100)
  percentComplete!: number;

  @IsString()
  @IsNotEmpty()
  reference!: string;
}
