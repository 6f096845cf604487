export {};
//# sourceMappingURL=postgres.test.d.ts.map