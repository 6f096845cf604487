import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
/** The keys kept in `dataDir`, made on first use, so that tokens and sessions outlive a restart. */
export function identityKeys(dataDir) {
    if (!dataDir)
        return freshKeys();
    const file = join(dataDir, 'identity-keys.json');
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
    }
    const keys = freshKeys();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
    return keys;
}
function freshKeys() {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const kid = `development-${randomBytes(6).toString('hex')}`;
    return {
        jwks: { keys: [{ ...jwk, kid, use: 'sig', alg: 'ES256' }] },
        cookieKeys: [randomBytes(32).toString('base64url')],
    };
}
//# sourceMappingURL=identity-provider-keys.js.map