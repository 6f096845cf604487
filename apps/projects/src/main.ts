import { startService } from '@meridian/runtime';
import { ProjectsModule } from './projects.module.js';

await startService('projects', ProjectsModule);
