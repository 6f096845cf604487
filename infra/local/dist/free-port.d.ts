/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export declare function freePort(): Promise<number>;
/** Whether a server may still listen on the port, on 127.0.0.1 and on every address. */
export declare function isPortFree(port: number): Promise<boolean>;
//# sourceMappingURL=free-port.d.ts.map