import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Agrees what a partner delivers for a project, by when, and what it is accepted by. Its partner and project stay. */
export class RecordDeliverable {
  static readonly subject = 'requests.resourcing.record-deliverable.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly deliverableId!: string;

  @IsUUID() readonly partnerId!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** Each is met or not met when it is decided on. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  readonly criteria!: readonly string[];

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;
}
