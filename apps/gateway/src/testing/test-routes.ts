import { InvalidRequest, RemoteFailure, Unavailable } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { RefusalKind } from '@meridian/refusal';
import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Allow } from '../access/allow.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion, ReadOnly, Shows, Upload } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

export class NotesQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) readonly limit?: number;
  @IsOptional() @IsString() @MaxLength(200) readonly cursor?: string;
}

export class Step {
  @IsString() @MaxLength(100) readonly name!: string;
}

export class NoteBody {
  @IsString() @MaxLength(10_000) readonly title!: string;
  @IsOptional() @IsInt() @Min(0) @Max(9_007_199_254_740_991) readonly count?: number;
  @IsOptional() @IsIn(['low', 'high']) readonly weight?: 'low' | 'high';
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => Step) readonly steps?: readonly Step[];
}

export class Note {
  @IsUUID() readonly id!: string;
  @IsInt() readonly version!: number;
  @IsString() readonly title!: string;
}

export const noteId = '11111111-1111-4111-8111-111111111111';

/** Routes of every kind the kernel knows, for its tests. */
@Controller('v1/notes')
export class NotesController {
  @Allow('project:read')
  @Replies(Note)
  @Get(':noteId')
  read(@UuidParam('noteId') id: string): Note & { computed: number } {
    return { id, version: 7, title: 'kept', computed: NotesController.computed };
  }

  static computed = 1;

  @Allow('project:read')
  @Get()
  list(@Query() page: NotesQuery): object {
    return { items: [page.limit ?? 50], nextCursor: page.cursor === undefined ? 'abc_DEF-1' : undefined };
  }

  @Allow('project:write')
  @Replies(Note, 201)
  @Post()
  write(@Body() body: NoteBody, @TheCaller() caller: Caller): object {
    return { ...body, version: 1, caller };
  }

  @Allow('project:write')
  @NeedsVersion()
  @Put(':noteId')
  replace(@Body() body: NoteBody, @TheCaller() caller: Caller): object {
    return { ...body, version: (caller.expectedVersion ?? 0) + 1 };
  }

  @Allow('project:write')
  @Patch(':noteId')
  change(@Body() body: NoteBody, @TheCaller() caller: Caller): object {
    return { ...body, caller };
  }

  @Allow('pmo-manager')
  @Delete(':noteId')
  remove(@UuidParam('noteId') id: string): object {
    return { id };
  }

  @Allow('project:read')
  @ReadOnly()
  @Post('search')
  search(@Body() body: NoteBody): object {
    return body;
  }

  @Allow('project:write')
  @Upload()
  @Post('file')
  file(@Body() body: Buffer): object {
    return { bytes: body.length };
  }

  @Allow('project:read')
  @Shows((answer: { open: string; secret?: string }, caller) =>
    caller.claims.roles.includes('pmo-manager') ? answer : { open: answer.open },
  )
  @Get('of/everybody')
  filtered(): object {
    return { open: 'yes', secret: 'for the PMO only' };
  }

  @Allow('project:read')
  @Get('failing/:how')
  fail(@Param('how') how: string): never {
    if (how === 'unavailable') throw new Unavailable('Budgeting does not answer.', { retryAfterMs: 2_500 });
    if (how === 'remote') throw new RemoteFailure('requests.projects.x.v1', 'c');
    if (how === 'invalid') throw new InvalidRequest([{ path: 'tasks.0.na/me', message: 'must be a string' }]);
    if (how === 'defect') throw new Error('password=canary-7 in the connection string');
    throw new Refusal('projects/told-no', 'The project said no.', {
      kind: how as RefusalKind,
      details: { limit: 3 },
    });
  }
}
