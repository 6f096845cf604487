import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The `prisma/migrations` of the package that holds the started file: `apps/<service>/prisma/migrations`. */
export function migrationsBeside(entryFile: string): string {
  for (let folder = dirname(entryFile); ; folder = dirname(folder)) {
    const migrations = join(folder, 'prisma', 'migrations');
    if (existsSync(migrations)) return migrations;
    if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) {
      throw new Error(
        `There is no prisma/migrations beside ${entryFile}. A service with a database brings its migrations; ` +
          'one without says so: startService(name, module, { hasDatabase: false }).',
      );
    }
  }
}
