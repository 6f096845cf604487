import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** A task that levelling holds back. */
export class LevelledTask {
  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startNotBefore!: string;

  /** The computed start: later than `startNotBefore` where links ask for more. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;
}
