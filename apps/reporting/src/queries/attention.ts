import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { Attention, AttentionLine, AttentionList } from '@meridian/contracts-reporting';
import { attentionOf } from '../persistence/attention-lines.js';
import { Database } from '../persistence/database.js';

const SHOWN = 50;

@Controller()
export class AttentionQuery {
  constructor(private readonly database: Database) {}

  @Answers(Attention)
  async handle(@Payload() request: Attention, @Ctx() asking: Asking): Promise<AttentionList> {
    const lines: AttentionLine[] = await attentionOf(this.database, asking);
    return { total: lines.length, lines: lines.slice(0, request.limit ?? SHOWN) };
  }
}
