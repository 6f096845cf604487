import { IsObject, IsOptional, IsUUID } from 'class-validator';
import { Received } from './received.js';

/** Tries a parked event again, with corrected data when given. */
export class ReplayInbound {
  static readonly subject = 'requests.connectors.replay-inbound.v1';
  static readonly kind = 'command';
  static readonly answer = Received;

  @IsUUID() readonly recordId!: string;

  @IsOptional() @IsObject() readonly data?: Readonly<Record<string, unknown>>;
}
