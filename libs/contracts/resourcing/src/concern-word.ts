import { IsString, Length, Matches } from 'class-validator';

/** What somebody said to a concern. */
export class ConcernWord {
  @IsString() @Length(1, 200) readonly byName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly at!: string;

  @IsString() @Length(1, 10_000) readonly text!: string;
}
