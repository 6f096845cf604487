import { IsArray, IsNumber, IsString, Length, Matches } from 'class-validator';

/** A role that sites want at the same time. */
export class SharedRole {
  @IsString() @Length(1, 300) readonly role!: string;

  /** First and last day. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly from!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly to!: string;

  /** The most that is wanted at once, 100 for one full-time person. */
  @IsNumber() readonly wantedPercent!: number;

  /** The most that one site alone wants at once: what a single team for the wave can give. */
  @IsNumber() readonly oneTeamPercent!: number;

  /** Names of the sites. */
  @IsArray() @IsString({ each: true }) readonly sites!: readonly string[];
}
