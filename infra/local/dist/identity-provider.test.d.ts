export {};
//# sourceMappingURL=identity-provider.test.d.ts.map