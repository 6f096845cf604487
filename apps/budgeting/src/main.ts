import { startService } from '@meridian/runtime';
import { BudgetingModule } from './budgeting.module.js';

await startService('budgeting', BudgetingModule);
