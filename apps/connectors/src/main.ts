import { startService } from '@meridian/runtime';
import { ConnectorsModule } from './connectors.module.js';

await startService('connectors', ConnectorsModule);
