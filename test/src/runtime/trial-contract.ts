import 'reflect-metadata';
import { IsString } from 'class-validator';

export class SlowAnswer {
  @IsString() readonly word!: string;
}

/** A question of the trial service, under a name that the broker's permissions know. */
export class AskSlowly {
  static readonly subject = 'requests.quality.ask-slowly.v1';
  static readonly kind = 'query';
  static readonly answer = SlowAnswer;
  @IsString() readonly word!: string;
}
