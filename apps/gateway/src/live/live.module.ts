import { Inject, Logger, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationBootstrap, OnModuleDestroy, Type } from '@nestjs/common';
import { LiveController } from './live.controller.js';
import { LiveFeed } from './live-feed.js';
import { LiveSource } from './live-message.js';
import { LiveSight } from './live-sight.js';

/** What people see change while they look: one subscription of this process, many clients. */
@Module({})
export class LiveModule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('live');
  private stop: (() => Promise<void>) | undefined;

  constructor(
    @Inject(LiveSource) private readonly source: LiveSource,
    @Inject(LiveFeed) private readonly feed: LiveFeed,
  ) {}

  /** @param source where messages come from; @param sight who may hear what; both are injectable classes */
  static from(source: Type<LiveSource>, sight: Type<LiveSight>): DynamicModule {
    return {
      module: LiveModule,
      controllers: [LiveController],
      providers: [
        { provide: LiveFeed, useFactory: () => new LiveFeed() },
        { provide: LiveSource, useClass: source },
        { provide: LiveSight, useClass: sight },
      ],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    this.feed.start(this.source.epoch);
    this.stop = await this.source.subscribe((message) => this.feed.push(message));
    this.logger.log('following the live stream');
  }

  async onModuleDestroy(): Promise<void> {
    this.feed.close();
    await this.stop?.();
  }
}
