import { IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { Recorded } from './recorded.js';

/** An idea begins the record of what may become a project. Its words are kept as they were sent, for good. */
export class SubmitIdea {
  static readonly subject = 'requests.projects.submit-idea.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** Given by the client to make the request repeatable; made by the service otherwise. */
  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsString() @Length(1, 300) readonly name!: string;

  /** What is wished for and why, in the words of who asks. */
  @IsString() @Length(1, 20_000) readonly request!: string;

  /** The portfolio that should look at it; "Ideas" when absent. */
  @IsOptional() @IsString() @Length(1, 200) readonly portfolio?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly orgUnit?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly category?: string;

  /** What its money will be counted in. */
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;
}
