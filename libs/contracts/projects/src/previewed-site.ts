import { IsArray, IsBoolean, IsString, IsUUID, Length, Matches } from 'class-validator';

/** What the template comes to at a site. */
export class PreviewedSite {
  @IsUUID() readonly siteId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** The code that its project gets. */
  @IsString() @Length(1, 60) readonly code!: string;

  @IsBoolean() readonly isLaunched!: boolean;

  @IsBoolean() readonly isReady!: boolean;

  /** What is not done of its readiness. */
  @IsArray() @IsString({ each: true }) readonly openItems!: readonly string[];

  /** Its first day of work, in its own calendar. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;
}
