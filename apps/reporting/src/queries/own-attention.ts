import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { OwnAttention, OwnAttentionList } from '@meridian/contracts-reporting';
import { Database } from '../persistence/database.js';
import { ownLinesOf } from '../persistence/own-lines.js';

@Controller()
export class OwnAttentionQuery {
  constructor(private readonly database: Database) {}

  @Answers(OwnAttention)
  async handle(@Payload() _request: OwnAttention, @Ctx() { claims }: Asking): Promise<OwnAttentionList> {
    return { lines: await ownLinesOf(this.database, claims.personId ?? claims.subject) };
  }
}
