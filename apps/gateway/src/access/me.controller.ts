import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IsArray, IsOptional, IsString } from 'class-validator';
import { Replies } from '../openapi/replies.js';
import { factsOf } from '../http/request-facts.js';
import { Allow } from './allow.js';
import { permissionsOf, roles } from './policy.js';

/** The person who is signed in. */
export class Me {
  @IsString() readonly personId!: string;
  @IsString() readonly name!: string;
  @IsOptional() @IsString() readonly email?: string;
  @IsArray() @IsString({ each: true }) readonly roles!: readonly string[];
  @IsArray() @IsString({ each: true }) readonly permissions!: readonly string[];
  @IsOptional() @IsString() readonly partner?: string;
}

@ApiTags('access')
@Controller('v1/me')
export class MeController {
  /** Who is signed in and what the client may offer them. */
  @Allow(...roles)
  @Replies(Me)
  @Get()
  read(@Req() request: FastifyRequest): Me {
    const identity = factsOf(request).identity!;
    const { name, email, partner } = identity;
    return {
      personId: identity.subject,
      name,
      email,
      partner,
      roles: identity.roles,
      permissions: permissionsOf(identity.roles),
    };
  }
}
