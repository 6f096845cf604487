import { startService } from '@meridian/runtime';
import { GovernanceModule } from './governance.module.js';

await startService('governance', GovernanceModule);
