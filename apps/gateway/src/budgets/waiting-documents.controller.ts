import { Requests } from '@meridian/bus';
import {
  RetryWaitingDocument,
  WaitingDocumentList,
  WaitingDocumentRetried,
  WaitingDocuments,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { Replies } from '../openapi/replies.js';

class WaitingQuery extends bodyOf(WaitingDocuments) {}

/** Documents of the accounts that cannot be posted yet. */
@ApiTags('budgets')
@Controller('v1/waiting-documents')
export class WaitingDocumentsController {
  constructor(private readonly requests: Requests) {}

  @Allow('budget:approve', 'budget:write')
  @Replies(WaitingDocumentList)
  @Get()
  waiting(@Query() query: WaitingQuery, @TheCaller() caller: Caller): Promise<WaitingDocumentList> {
    return this.requests.send(WaitingDocuments, { ...query }, caller);
  }

  @Allow('budget:approve', 'budget:write')
  @Replies(WaitingDocumentRetried, 201)
  @Post('retry')
  retry(@Body() body: RetryWaitingDocument, @TheCaller() caller: Caller): Promise<WaitingDocumentRetried> {
    return this.requests.send(RetryWaitingDocument, { ...body }, caller);
  }
}
