import { IsISO8601, IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Received } from './received.js';

/** Takes a CloudEvent of an outside system. */
export class ReceiveEvent {
  static readonly subject = 'requests.connectors.receive-event.v1';
  static readonly kind = 'command';
  static readonly answer = Received;

  @IsString() @Length(1, 200) readonly id!: string;

  @IsString() @Length(1, 300) readonly source!: string;

  @IsString() @Length(1, 200) readonly type!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly subject?: string;

  @IsOptional() @IsISO8601() readonly time?: string;

  @IsObject() readonly data!: Readonly<Record<string, unknown>>;
}
