import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** The project went back into delivery: nothing is asked any more. */
export class ClosingWithdrawn {
  static readonly subject = 'events.projects.closing-withdrawn.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly closingId!: string;

  @IsString() @Length(1, 2000) readonly reason!: string;

  @IsUUID() readonly withdrawnBy!: string;

  @IsString() @Length(1, 300) readonly withdrawnByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly withdrawnOn!: string;
}
