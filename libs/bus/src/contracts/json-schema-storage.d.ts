declare module 'class-transformer/cjs/storage.js' {
  /** Where class-transformer keeps what its decorators were told; the library publishes no other way to read it. */
  export const defaultMetadataStorage: {
    findTypeMetadata(
      target: object,
      property: string,
    ): { typeFunction(): unknown; readonly options?: { readonly discriminator?: unknown } } | undefined;
    findTransformMetadatas(target: object, property: string, direction: number): readonly unknown[];
    getExposedMetadatas(target: object): readonly unknown[];
    getExcludedMetadatas(target: object): readonly unknown[];
  };
}
