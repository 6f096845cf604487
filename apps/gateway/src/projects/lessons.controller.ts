import { Requests } from '@meridian/bus';
import {
  FindLessons,
  LessonPage,
  MatchedLessons,
  MatchingLessons,
  Recorded,
  RecordLesson,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class LessonsQuery extends bodyOf(FindLessons, 'projectId') {
  @Type(() => Number) override readonly limit?: number;
}
class LessonBody extends bodyOf(RecordLesson, 'projectId', 'lessonId') {}

/** What projects learned, for those that come after them. */
@ApiTags('lessons')
@Controller('v1')
export class LessonsController {
  constructor(private readonly requests: Requests) {}

  /** Of all projects that the caller may see. */
  @Allow('project:read')
  @Replies(LessonPage)
  @Get('lessons')
  find(@Query() query: LessonsQuery, @TheCaller() caller: Caller): Promise<LessonPage> {
    return this.requests.send(FindLessons, { ...query }, caller);
  }

  @Allow('project:read')
  @Replies(LessonPage)
  @Get('projects/:projectId/lessons')
  ofProject(
    @UuidParam('projectId') projectId: string,
    @Query() query: LessonsQuery,
    @TheCaller() caller: Caller,
  ): Promise<LessonPage> {
    return this.requests.send(FindLessons, { ...query, projectId }, caller);
  }

  /** What other projects learned that are like this one, for its planning and its gates. */
  @Allow('project:read')
  @Replies(MatchedLessons)
  @Get('projects/:projectId/matching-lessons')
  matching(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<MatchedLessons> {
    return this.requests.send(MatchingLessons, { projectId }, caller);
  }

  /** `If-Match: "0"` for a new lesson. */
  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('projects/:projectId/lessons/:lessonId')
  record(
    @UuidParam('projectId') projectId: string,
    @UuidParam('lessonId') lessonId: string,
    @Body() body: LessonBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordLesson, { ...body, projectId, lessonId }, caller);
  }
}
