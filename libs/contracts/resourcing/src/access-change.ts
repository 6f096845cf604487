import { IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';

/** A last day of access as it was set once. */
export class AccessChange {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessUntil!: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  readonly reason?: string;

  @IsString() @Length(1, 200) readonly changedByName!: string;

  @IsISO8601() readonly changedAt!: string;
}
