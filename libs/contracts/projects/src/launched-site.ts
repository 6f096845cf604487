import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** A site whose project began. */
export class LaunchedSite {
  @IsUUID() readonly siteId!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;
}
