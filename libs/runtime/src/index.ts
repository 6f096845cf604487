export { applyMigrations } from './migrations/apply-migrations.js';
export type { MigrationTarget } from './migrations/apply-migrations.js';
export { migrationDrift } from './migrations/migration-drift.js';
export type { DriftQuestion } from './migrations/migration-drift.js';
