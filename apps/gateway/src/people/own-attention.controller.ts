import { Requests } from '@meridian/bus';
import { OwnAttention, OwnAttentionList } from '@meridian/contracts-reporting';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { Caller, TheCaller } from '../http/caller.js';
import { Replies } from '../openapi/replies.js';

@ApiTags('growth and concerns')
@Controller('v1/own-attention')
export class OwnAttentionController {
  constructor(private readonly requests: Requests) {}

  /** What waits for the caller alone. It is in no page that others get as well, and in no live stream. */
  @Allow('time:write')
  @Replies(OwnAttentionList)
  @Get()
  read(@TheCaller() caller: Caller): Promise<OwnAttentionList> {
    return this.requests.send(OwnAttention, {}, caller);
  }
}
