/** How one environment variable is read. `read` answers undefined when the text is not acceptable. */
export interface Setting<T> {
  /** Completes the sentence "it must be ...". */
  readonly wants: string;
  readonly read: (text: string) => T | undefined;
  /** Used when the variable is not set; without it the variable is required. */
  readonly fallback?: { readonly value: T };
  /** The value never appears in a message. */
  readonly isSecret?: boolean;
}

/** Gives a setting a value for when its variable is not set. */
export function optional<T, F extends T | undefined>(setting: Setting<T>, value: F): Setting<T | F> {
  return { ...setting, fallback: { value } };
}

export function text(wants: string): Setting<string> {
  return { wants, read: (given) => given };
}

export function secret(wants: string): Setting<string> {
  return { wants, read: (given) => given, isSecret: true };
}

/** An address; several may be listed with commas. It counts as secret because it may hold a password. */
export function address(...schemes: readonly string[]): Setting<string> {
  const isOne = (given: string) =>
    URL.canParse(given) && schemes.includes(new URL(given).protocol.slice(0, -1));
  return {
    wants: `an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    read: (given) => (given.split(',').every(isOne) ? given : undefined),
    isSecret: true,
  };
}

export function whole(least: number, most: number): Setting<number> {
  return {
    wants: `a whole number from ${least} to ${most}`,
    read: (given) => {
      const value = Number(given);
      return /^\d+$/.test(given) && value >= least && value <= most ? value : undefined;
    },
  };
}

/** A TCP port; 0 lets the machine choose a free one. */
export function port(): Setting<number> {
  return whole(0, 65_535);
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Setting<T> {
  return {
    wants: `one of ${allowed.join(', ')}`,
    read: (given) => allowed.find((one) => one === given),
  };
}

/** Set to 1 to say yes. */
export function flag(): Setting<boolean> {
  return { wants: '1 or 0', read: (given) => ({ '1': true, '0': false })[given], fallback: { value: false } };
}
