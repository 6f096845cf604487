import { IsInt, IsUUID, Min } from 'class-validator';

/** What was written: the record's id and its version. */
export class Recorded {
  @IsUUID() readonly id!: string;

  @IsInt() @Min(1) readonly version!: number;
}
