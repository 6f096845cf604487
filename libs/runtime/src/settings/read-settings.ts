import type { Setting } from './setting.js';

export type WantedSettings = Readonly<Record<string, Setting<unknown>>>;

export type SettingsOf<S extends WantedSettings> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** The environment does not hold what the service needs; the message has one sentence for each variable. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';

  constructor(readonly sentences: readonly string[]) {
    super(sentences.join(' '));
  }
}

/** Reads the environment, or names everything that is missing or wrong in it at once. An empty variable is not set. */
export function readSettings<const S extends WantedSettings>(
  wanted: S,
  environment: Readonly<Record<string, string | undefined>>,
): SettingsOf<S> {
  const values: Record<string, unknown> = {};
  const sentences: string[] = [];
  for (const [name, setting] of Object.entries(wanted)) {
    const given = environment[name]?.trim() || undefined;
    const value = given === undefined ? setting.fallback?.value : setting.read(given);
    values[name] = value;
    const isMissing = given === undefined && setting.fallback === undefined;
    if (isMissing || (given !== undefined && value === undefined))
      sentences.push(complaint(name, setting, given));
  }
  if (sentences.length > 0) throw new WrongSettings(sentences);
  return values as SettingsOf<S>;
}

function complaint(name: string, { wants, isSecret }: Setting<unknown>, given: string | undefined): string {
  if (given === undefined) return `${name} is missing; it must be ${wants}.`;
  return `${name} is ${isSecret ? 'not acceptable' : `"${given}"`}; it must be ${wants}.`;
}
