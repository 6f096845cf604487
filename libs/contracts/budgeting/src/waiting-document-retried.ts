import { IsIn, IsOptional, IsString, Length } from 'class-validator';

/** What came of trying a document once more. */
export class WaitingDocumentRetried {
  @IsString() @Length(1, 160) readonly document!: string;

  @IsIn(['posted', 'waiting']) readonly outcome!: 'posted' | 'waiting';

  /** Why it still waits. */
  @IsOptional() @IsString() @Length(1, 60) readonly reason?: string;

  /** The reason in words. */
  @IsOptional() @IsString() @Length(1, 1000) readonly sentence?: string;
}
