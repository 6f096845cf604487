import { IsInt, IsString, Length, Min } from 'class-validator';

/** What of a plan a file does not say, or says differently. */
export class ExportLoss {
  @IsInt() @Min(1) readonly count!: number;

  @IsString() @Length(1, 1000) readonly sentence!: string;
}
