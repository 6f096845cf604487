import { gunzipSync } from 'node:zlib';
const BLOCK = 512;
/** The contents of one file of a gzipped tar archive; undefined when it is not in it. */
export function fileInTarball(archive, name) {
    const tar = gunzipSync(archive);
    for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
        const size = Number.parseInt(text(tar, at + 124, 12), 8);
        const folder = text(tar, at + 345, 155);
        const path = folder === '' ? text(tar, at, 100) : `${folder}/${text(tar, at, 100)}`;
        if (path === name)
            return tar.subarray(at + BLOCK, at + BLOCK + size);
        at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    }
    return undefined;
}
function text(tar, start, length) {
    return tar.toString('latin1', start, start + length).split('\0')[0] ?? '';
}
//# sourceMappingURL=tarball.js.map