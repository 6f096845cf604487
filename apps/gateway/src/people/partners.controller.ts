import { Requests } from '@meridian/bus';
import {
  AdmitPartnerPerson,
  ChangePartnerAccess,
  Partners,
  PartnersFigures,
  Recorded,
  RecordPartner,
} from '@meridian/contracts-resourcing';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class PartnersQuery extends bodyOf(Partners) {}
class PartnerBody extends bodyOf(RecordPartner, 'partnerId') {}
class PersonBody extends bodyOf(AdmitPartnerPerson, 'partnerId') {}
class AccessBody extends bodyOf(ChangePartnerAccess, 'partnerId', 'personId') {}

/** Firms that work with us, and the people of theirs whom we let in. */
@ApiTags('partners')
@Controller('v1/partners')
export class PartnersController {
  constructor(private readonly requests: Requests) {}

  @Allow('resource:read')
  @Replies(PartnersFigures)
  @Get()
  list(@Query() query: PartnersQuery, @TheCaller() caller: Caller): Promise<PartnersFigures> {
    return this.requests.send(Partners, { ...query }, caller);
  }

  @Allow('resource:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put(':partnerId')
  record(
    @UuidParam('partnerId') partnerId: string,
    @Body() body: PartnerBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordPartner, { ...body, partnerId }, caller);
  }

  @Allow('resource:write')
  @Replies(Recorded, 201)
  @Post(':partnerId/people')
  admit(
    @UuidParam('partnerId') partnerId: string,
    @Body() body: PersonBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(AdmitPartnerPerson, { ...body, partnerId }, caller);
  }

  @Allow('resource:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put(':partnerId/people/:personId/access')
  access(
    @UuidParam('partnerId') partnerId: string,
    @UuidParam('personId') personId: string,
    @Body() body: AccessBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(ChangePartnerAccess, { ...body, partnerId, personId }, caller);
  }
}
