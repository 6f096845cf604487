import { startService } from '@meridian/runtime';
import { ReportingModule } from './reporting.module.js';

await startService('reporting', ReportingModule);
