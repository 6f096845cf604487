/** Tests run as compiled ES modules: `tsc -b` first. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,infra,test}/**/dist/**/*.test.js'],
  transform: {},
  testTimeout: 60_000,
  modulePathIgnorePatterns: ['<rootDir>/\\.meridian/'],
  haste: { forceNodeFilesystemAPI: true },
  watchman: false,
};
