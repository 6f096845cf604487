import { startService } from '@meridian/runtime';
import { ResourcingModule } from './resourcing.module.js';
import { resourcingSettings } from './resourcing-settings.js';

await startService('resourcing', ResourcingModule, { settings: resourcingSettings });
