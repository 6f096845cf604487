import { IsIn, IsUUID } from 'class-validator';
import { CONCERN_OUTCOMES } from './concern-kinds.js';
import { Recorded } from './recorded.js';

/** Who raised it says that it is settled, or takes it back. Nobody else can. */
export class CloseConcern {
  static readonly subject = 'requests.resourcing.close-concern.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly concernId!: string;

  @IsIn(CONCERN_OUTCOMES) readonly outcome!: (typeof CONCERN_OUTCOMES)[number];
}
