import { IsOptional, IsString, Length } from 'class-validator';

/** A field that became another; absent is nothing. */
export class RaidFieldChange {
  @IsString() @Length(1, 60) readonly field!: string;

  @IsOptional() @IsString() readonly before?: string;

  @IsOptional() @IsString() readonly after?: string;
}
