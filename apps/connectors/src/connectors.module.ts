import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { ReceiveEventCommand } from './commands/receive-event.js';
import { ReplayInboundCommand } from './commands/replay-inbound.js';
import { Database } from './persistence/database.js';
import { InboundRecordsQuery } from './queries/inbound-records.js';

@Module({
  imports: [BusModule.forService({ service: 'connectors', database: Database })],
  providers: [Database],
  controllers: [ReceiveEventCommand, ReplayInboundCommand, InboundRecordsQuery],
})
export class ConnectorsModule {}
