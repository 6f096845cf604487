import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
const IN_A_GRANT = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken', 'DeviceCode']);
/**
 * Sessions, grants and refresh tokens of the development identity provider: a map, written to one file after
 * every change so that a restart signs nobody out.
 */
export class IdentityStore {
    /** @param file where to keep the rows; without it they live in memory only */
    constructor(file) {
        this.file = file;
        this.rows = new Map();
        if (file)
            for (const row of read(file))
                this.rows.set(keyOf(row.model, row.id), row);
    }
    /** What `oidc-provider` asks for: one adapter per kind of record. */
    adapter(model) {
        return {
            upsert: async (id, payload, expiresInSeconds) => {
                const expiresAtMs = expiresInSeconds === undefined ? null : Date.now() + expiresInSeconds * 1000;
                this.rows.set(keyOf(model, id), { model, id, payload, expiresAtMs });
                this.changed();
            },
            find: async (id) => this.find((row) => row.model === model && row.id === id, keyOf(model, id)),
            findByUid: async (uid) => this.find((row) => row.model === model && row.payload.uid === uid),
            findByUserCode: async (code) => this.find((row) => row.model === model && row.payload.userCode === code),
            consume: async (id) => {
                const row = this.rows.get(keyOf(model, id));
                if (row)
                    row.payload.consumed = Math.floor(Date.now() / 1000);
                this.changed();
            },
            destroy: async (id) => {
                this.rows.delete(keyOf(model, id));
                this.changed();
            },
            revokeByGrantId: async (grantId) => {
                for (const [key, row] of this.rows) {
                    if (IN_A_GRANT.has(row.model) && row.payload.grantId === grantId)
                        this.rows.delete(key);
                }
                this.changed();
            },
        };
    }
    /** Writes what is still to be written. */
    close() {
        if (this.writing)
            clearImmediate(this.writing);
        this.write();
    }
    find(matches, key) {
        const row = key === undefined ? [...this.rows.values()].find(matches) : this.rows.get(key);
        if (!row)
            return undefined;
        if (row.expiresAtMs !== null && row.expiresAtMs <= Date.now()) {
            this.rows.delete(keyOf(row.model, row.id));
            return undefined;
        }
        return row.payload;
    }
    changed() {
        this.writing ??= setImmediate(() => this.write());
    }
    write() {
        this.writing = undefined;
        const now = Date.now();
        for (const [key, row] of this.rows) {
            if (row.expiresAtMs !== null && row.expiresAtMs <= now)
                this.rows.delete(key);
        }
        if (!this.file)
            return;
        mkdirSync(dirname(this.file), { recursive: true });
        writeFileSync(`${this.file}.new`, JSON.stringify([...this.rows.values()]), { mode: 0o600 });
        renameSync(`${this.file}.new`, this.file);
    }
}
function keyOf(model, id) {
    return `${model}:${id}`;
}
function read(file) {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    }
    catch {
        return []; // first start, or a file cut short: everybody signs in again
    }
}
//# sourceMappingURL=identity-provider-store.js.map