import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';

/** A project in a list. */
export class ProjectLine {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 200) readonly portfolio!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly programme?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly orgUnit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly category?: string;

  @IsString() @Length(1, 40) readonly stage!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly managerName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly deliveryConfidence?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;
}
