import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

/** How much more the portfolio would be worth with more of something scarce. */
export class WorthQuestion {
  /** The budget when left out. */
  @IsOptional() @IsString() @Length(1, 100) readonly role?: string;

  /** Place in the list of periods, from 0. */
  @IsInt() @Min(0) @Max(119) readonly period!: number;

  /** Minor units of money, or hours. */
  @Matches(/^[1-9]\d{0,14}$/) readonly more!: string;
}
