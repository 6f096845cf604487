import { availableParallelism } from 'node:os';

/** Tests run as compiled ES modules: `tsc -b` first. Most wait for servers: on two cores two run side by side as well. */
export default {
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,infra,test}/**/dist/**/*.test.js'],
  transform: {},
  testTimeout: 60_000,
  modulePathIgnorePatterns: ['<rootDir>/\\.meridian/'],
  haste: { forceNodeFilesystemAPI: true },
  watchman: false,
};
