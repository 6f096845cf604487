import { IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** The owner of a project does not agree: the proposal is off, and the next one is asked for with this known. */
export class ContestLevelling {
  static readonly subject = 'requests.resourcing.contest-levelling.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly proposalId!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 2000) readonly reason!: string;
}
