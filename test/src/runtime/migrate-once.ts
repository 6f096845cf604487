import { applyMigrations } from '@meridian/runtime';

/** Run as a process: applies a folder to a database and prints what it applied. */
const [url = '', folder = ''] = process.argv.slice(2);
console.log(JSON.stringify(await applyMigrations({ url, folder })));
