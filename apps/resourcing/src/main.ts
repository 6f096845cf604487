import { startService } from '@meridian/runtime';
import { ResourcingModule } from './resourcing.module.js';

await startService('resourcing', ResourcingModule);
