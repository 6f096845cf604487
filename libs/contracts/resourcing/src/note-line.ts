import { IsBoolean, IsInt, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A note to a talk of two. */
export class NoteLine {
  @IsUUID() readonly noteId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsBoolean() readonly isOwn!: boolean;

  /** The other of the two, as the reader sees it. */
  @IsUUID() readonly withPersonId!: string;

  @IsString() @Length(1, 200) readonly withName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly day!: string;

  @IsString() @Length(1, 10_000) readonly text!: string;

  @IsBoolean() readonly isShared!: boolean;
}
