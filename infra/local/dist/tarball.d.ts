/** The contents of one file of a gzipped tar archive; undefined when it is not in it. */
export declare function fileInTarball(archive: Buffer, name: string): Buffer | undefined;
//# sourceMappingURL=tarball.d.ts.map