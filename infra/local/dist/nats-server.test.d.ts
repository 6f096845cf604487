export {};
//# sourceMappingURL=nats-server.test.d.ts.map