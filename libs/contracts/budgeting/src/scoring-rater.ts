import { IsString, IsUUID, Length } from 'class-validator';

/** Somebody who is asked to score the candidates of a round. */
export class ScoringRater {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly name!: string;
}
