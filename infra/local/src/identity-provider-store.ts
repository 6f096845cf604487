import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type Payload = Record<string, unknown> & {
  grantId?: string;
  uid?: string;
  userCode?: string;
  consumed?: number;
};

interface Row {
  readonly model: string;
  readonly id: string;
  readonly payload: Payload;
  readonly expiresAtMs: number | null;
}

/** A disk that is full now may have room in a while. */
const AGAIN_AFTER_MS = 1_000;
const IN_A_GRANT = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken', 'DeviceCode']);

/**
 * Sessions, grants and refresh tokens of the development identity provider: a map, written to one file after
 * every change so that a restart signs nobody out. What cannot be written is tried again until it can.
 */
export class IdentityStore {
  private readonly rows = new Map<string, Row>();
  private writing: NodeJS.Timeout | undefined;

  /** @param file where to keep the rows; without it they live in memory only */
  constructor(private readonly file?: string) {
    if (file) for (const row of read(file)) this.rows.set(keyOf(row.model, row.id), row);
  }

  /** What `oidc-provider` asks for: one adapter per kind of record. */
  adapter(model: string): object {
    return {
      upsert: async (id: string, payload: Payload, expiresInSeconds?: number) => {
        const expiresAtMs = expiresInSeconds === undefined ? null : Date.now() + expiresInSeconds * 1000;
        this.rows.set(keyOf(model, id), { model, id, payload, expiresAtMs });
        this.changed();
      },
      find: async (id: string) => this.find((row) => row.model === model && row.id === id, keyOf(model, id)),
      findByUid: async (uid: string) => this.find((row) => row.model === model && row.payload.uid === uid),
      findByUserCode: async (code: string) =>
        this.find((row) => row.model === model && row.payload.userCode === code),
      consume: async (id: string) => {
        const row = this.rows.get(keyOf(model, id));
        if (row) row.payload.consumed = Math.floor(Date.now() / 1000);
        this.changed();
      },
      destroy: async (id: string) => {
        this.rows.delete(keyOf(model, id));
        this.changed();
      },
      revokeByGrantId: async (grantId: string) => {
        for (const [key, row] of this.rows) {
          if (IN_A_GRANT.has(row.model) && row.payload.grantId === grantId) this.rows.delete(key);
        }
        this.changed();
      },
    };
  }

  /** Writes what is still to be written. */
  close(): void {
    clearTimeout(this.writing);
    this.write();
  }

  private find(matches: (row: Row) => boolean, key?: string): Payload | undefined {
    const row = key === undefined ? [...this.rows.values()].find(matches) : this.rows.get(key);
    if (!row) return undefined;
    if (row.expiresAtMs !== null && row.expiresAtMs <= Date.now()) {
      this.rows.delete(keyOf(row.model, row.id));
      return undefined;
    }
    return row.payload;
  }

  private changed(): void {
    this.writing ??= setTimeout(() => this.tryToWrite());
  }

  private tryToWrite(): void {
    this.writing = undefined;
    try {
      this.write();
    } catch (error) {
      console.error(`${this.file} cannot be written and is tried again: ${(error as Error).message}`);
      this.writing = setTimeout(() => this.tryToWrite(), AGAIN_AFTER_MS);
    }
  }

  private write(): void {
    const now = Date.now();
    for (const [key, row] of this.rows) {
      if (row.expiresAtMs !== null && row.expiresAtMs <= now) this.rows.delete(key);
    }
    if (!this.file) return;
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify([...this.rows.values()]), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}

function keyOf(model: string, id: string): string {
  return `${model}:${id}`;
}

function read(file: string): readonly Row[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Row[];
  } catch {
    return []; // first start, or a file cut short: everybody signs in again
  }
}
