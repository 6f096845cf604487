export {};
//# sourceMappingURL=bus-permissions.test.d.ts.map