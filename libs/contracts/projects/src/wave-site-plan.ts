import { IsOptional, IsUUID, Matches } from 'class-validator';

/** A site in a wave. */
export class WaveSitePlan {
  @IsUUID() readonly siteId!: string;

  /** Its own start, in the place of the one that follows from the interval. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start?: string;
}
