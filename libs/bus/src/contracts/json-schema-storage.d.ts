declare module 'class-transformer/cjs/storage.js' {
  /** Where `@Type(() => X)` keeps what it was told; the library publishes no other way to read it. */
  export const defaultMetadataStorage: {
    findTypeMetadata(target: object, property: string): { typeFunction(): unknown } | undefined;
  };
}
