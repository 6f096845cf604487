import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

/** The project of a site, and how far it left its template. */
export class SiteProject {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 40) readonly stage!: string;

  /** Of the working time of its tasks, rounded down. */
  @IsInt() @Min(0) @Max(100) readonly percentComplete!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  /** Days that it finishes later than promised, earlier negative. */
  @IsInt() readonly slipDays!: number;

  /** Tasks that the template does not have. */
  @IsInt() @Min(0) readonly added!: number;

  @IsInt() @Min(0) readonly removed!: number;

  @IsInt() @Min(0) readonly changed!: number;

  /** Of the template: the version that the project was made from or adopted last. */
  @IsOptional() @IsInt() @Min(1) readonly templateVersion?: number;

  /** The latest version that it declined, when it is later than the one it runs. */
  @IsOptional() @IsInt() @Min(2) readonly declinedVersion?: number;
}
