import { fileURLToPath } from 'node:url';

/** The folder of the bus's own migrations, in Prisma's form; they fill the PostgreSQL schema `bus`. */
export const BUS_MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
