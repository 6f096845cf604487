import { Requests } from '@meridian/bus';
import {
  CandidateRating,
  PublishScoringModel,
  RateCandidate,
  RecordScoringModel,
  RecordScoringRound,
  ScoringModelFigures,
  ScoringModelList,
  ScoringModels,
  ScoringRound,
  ScoringRoundFigures,
  ScoringRoundList,
  ScoringRoundRecord,
  ScoringRounds,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class ModelsQuery extends bodyOf(ScoringModels) {}
class ModelBody extends bodyOf(RecordScoringModel, 'modelId') {}
class PublicationBody extends bodyOf(PublishScoringModel, 'modelId') {}
class RoundsQuery extends bodyOf(ScoringRounds) {}
class RoundQuery extends bodyOf(ScoringRound, 'roundId') {}
class RoundBody extends bodyOf(RecordScoringRound, 'roundId') {}
class RatingBody extends bodyOf(RateCandidate, 'roundId') {}

/** How candidates of a portfolio are scored. Who is asked to score in a round is known to budgeting. */
@ApiTags('scoring')
@Controller('v1')
export class ScoringController {
  constructor(private readonly requests: Requests) {}

  @Allow('portfolio:read')
  @Replies(ScoringModelList)
  @Get('scoring-models')
  models(@Query() query: ModelsQuery, @TheCaller() caller: Caller): Promise<ScoringModelList> {
    return this.requests.send(ScoringModels, { ...query }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(ScoringModelFigures)
  @Put('scoring-models/:modelId')
  recordModel(
    @UuidParam('modelId') modelId: string,
    @Body() body: ModelBody,
    @TheCaller() caller: Caller,
  ): Promise<ScoringModelFigures> {
    return this.requests.send(RecordScoringModel, { ...body, modelId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(ScoringModelFigures, 201)
  @Post('scoring-models/:modelId/publication')
  publish(
    @UuidParam('modelId') modelId: string,
    @Body() body: PublicationBody,
    @TheCaller() caller: Caller,
  ): Promise<ScoringModelFigures> {
    return this.requests.send(PublishScoringModel, { ...body, modelId }, caller);
  }

  @Allow('candidate:score')
  @Replies(ScoringRoundList)
  @Get('scoring-rounds')
  rounds(@Query() query: RoundsQuery, @TheCaller() caller: Caller): Promise<ScoringRoundList> {
    return this.requests.send(ScoringRounds, { ...query }, caller);
  }

  @Allow('candidate:score')
  @Replies(ScoringRoundFigures)
  @Get('scoring-rounds/:roundId')
  round(
    @UuidParam('roundId') roundId: string,
    @Query() query: RoundQuery,
    @TheCaller() caller: Caller,
  ): Promise<ScoringRoundFigures> {
    return this.requests.send(ScoringRound, { ...query, roundId }, caller);
  }

  @Allow('budget:approve')
  @NeedsVersion()
  @Replies(ScoringRoundRecord)
  @Put('scoring-rounds/:roundId')
  recordRound(
    @UuidParam('roundId') roundId: string,
    @Body() body: RoundBody,
    @TheCaller() caller: Caller,
  ): Promise<ScoringRoundRecord> {
    return this.requests.send(RecordScoringRound, { ...body, roundId }, caller);
  }

  @Allow('candidate:score')
  @NeedsVersion()
  @Replies(CandidateRating)
  @Put('scoring-rounds/:roundId/rating')
  rate(
    @UuidParam('roundId') roundId: string,
    @Body() body: RatingBody,
    @TheCaller() caller: Caller,
  ): Promise<CandidateRating> {
    return this.requests.send(RateCandidate, { ...body, roundId }, caller);
  }
}
