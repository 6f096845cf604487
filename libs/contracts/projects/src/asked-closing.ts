import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** A project that asks what is open, and by when that should be settled. */
export class AskedClosing {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;
}
