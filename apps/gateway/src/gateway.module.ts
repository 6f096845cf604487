import { BusModule } from '@meridian/bus';
import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { MeController } from './access/me.controller.js';
import { HttpModule } from './http/http.module.js';
import { BusLiveSource } from './live/bus-live-source.js';
import { ListedProjects } from './live/listed-projects.js';
import { LiveModule } from './live/live.module.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { ClientSettingsController } from './web/client-settings.controller.js';

/** The table of contents of the gateway: the kernel, then one controller per kind of thing clients talk about. */
@Module({
  imports: [
    BusModule.forClient({ service: 'gateway' }),
    AccessModule.forIssuer(),
    HttpModule,
    LiveModule.from(BusLiveSource, ListedProjects),
    OpenApiModule,
  ],
  controllers: [MeController, ClientSettingsController],
})
export class GatewayModule {}
