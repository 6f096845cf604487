import { startService } from '@meridian/runtime';
import { QualityModule } from './quality.module.js';

await startService('quality', QualityModule);
