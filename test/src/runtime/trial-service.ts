import { Controller, Get, Inject, Logger, Module, Post } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Answers, BusModule } from '@meridian/bus';
import { SETTINGS, startService, text } from '@meridian/runtime';
import type { ServiceSettings } from '@meridian/runtime';
import { PgDatabase } from '@meridian/testing';
import { AskSlowly, SlowAnswer } from './trial-contract.js';

/** Run as a process: a service with a door, for the tests of how services start and end. */
const SLOW_MS = 300;

class TrialDatabase extends PgDatabase implements OnApplicationShutdown {
  constructor(@Inject(SETTINGS) { DATABASE_URL }: ServiceSettings) {
    super(DATABASE_URL, 4);
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}

@Controller()
class TrialController implements OnApplicationShutdown {
  private readonly logger = new Logger('trial');

  constructor(@Inject(SETTINGS) private readonly settings: { readonly TRIAL_END: string }) {}

  @Answers(AskSlowly)
  async ask({ word }: AskSlowly): Promise<SlowAnswer> {
    await this.slow();
    return { word };
  }

  @Get('slow')
  async slow(): Promise<string> {
    this.logger.log('a slow answer begins');
    await new Promise((done) => setTimeout(done, SLOW_MS));
    return 'done';
  }

  @Post('sign-in')
  signIn(): string {
    this.logger.log({ message: 'somebody signs in', password: 'canary-password' });
    return 'welcome';
  }

  @Post('forget')
  forget(): string {
    void Promise.reject(new Error('nobody waits for this promise'));
    return 'forgotten';
  }

  onApplicationShutdown(): Promise<void> | void {
    if (this.settings.TRIAL_END === 'hangs') return new Promise(() => undefined);
  }
}

@Module({
  imports: [BusModule.forService({ service: 'quality', database: TrialDatabase })],
  controllers: [TrialController],
  providers: [TrialDatabase],
})
class TrialModule {}

await startService('quality', TrialModule, {
  migrations: process.argv[2]!,
  settings: { TRIAL_END: text('"closes" or "hangs"') },
  door: () => undefined,
});
