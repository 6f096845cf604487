import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import { SETTINGS } from './settings/service-settings.js';

/** What every service finds in its injector: its settings and a clock. */
@Global()
@Module({})
export class RuntimeModule {
  static forService(settings: object): DynamicModule {
    return {
      module: RuntimeModule,
      providers: [Clock, { provide: SETTINGS, useValue: settings }],
      exports: [Clock, SETTINGS],
    };
  }
}
