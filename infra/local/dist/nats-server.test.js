import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NatsConversation } from './nats-conversation.js';
import { startNats } from './nats-server.js';
import { fileInTarball } from './tarball.js';
let folder;
let nats;
beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meridian-nats-server-'));
    nats = await startNats({ storeDir: folder });
    await operate('$JS.API.STREAM.CREATE.EVENTS_PROJECTS', {
        name: 'EVENTS_PROJECTS',
        subjects: ['events.projects.>'],
    });
});
afterAll(async () => {
    await nats.stop();
    await rm(folder, { recursive: true, force: true });
});
async function operate(subject, question = {}) {
    const conversation = await NatsConversation.open(nats.urlOf('operator'));
    await conversation.subscribe('_INBOX_operator.>');
    const answer = await conversation.ask(subject, JSON.stringify(question), '_INBOX_operator.1');
    conversation.close();
    return JSON.parse(answer);
}
test('an acknowledged message is still there after the server was killed', async () => {
    expect(await operate('events.projects.project-opened.v1.0', { projectId: 'p1' })).toMatchObject({ seq: 1 });
    const { pid, port } = nats;
    await nats.kill();
    await expect(NatsConversation.open(nats.urlOf('operator'))).rejects.toThrow();
    await nats.restart();
    expect(nats.pid).not.toBe(pid);
    expect(nats.port).toBe(port);
    const stream = await operate('$JS.API.STREAM.INFO.EVENTS_PROJECTS');
    expect(stream).toMatchObject({ state: { messages: 1 } });
});
test('a paused server answers after it is resumed', async () => {
    nats.pause();
    const answer = operate('$JS.API.INFO');
    nats.resume();
    expect(await answer).toMatchObject({ streams: 1 });
});
test('a server that lost its disk knows no stream and keeps its address', async () => {
    const { port } = nats;
    await nats.wipe();
    expect(nats.port).toBe(port);
    expect(await operate('$JS.API.INFO')).toMatchObject({ streams: 0 });
});
test('a taken port is told, with the lines of the server', async () => {
    const other = await mkdtemp(join(tmpdir(), 'meridian-nats-server-'));
    await expect(startNats({ storeDir: other, port: nats.port })).rejects.toThrow(/address already in use/);
    await rm(other, { recursive: true, force: true });
});
test('passwords stand in no file', async () => {
    expect(await readdir(folder)).toContain('nats-server.conf');
    const configuration = await readFile(join(folder, 'nats-server.conf'), 'utf8');
    for (const password of Object.values(nats.passwords))
        expect(configuration).not.toContain(password);
});
test('one file is taken out of a gzipped tar archive', () => {
    const archive = gzipSync(Buffer.concat([entry('package/a.txt', 'first'), entry('package/b.txt', 'second'), Buffer.alloc(1024)]));
    expect(fileInTarball(archive, 'package/b.txt')?.toString()).toBe('second');
    expect(fileInTarball(archive, 'package/c.txt')).toBeUndefined();
});
function entry(name, contents) {
    const block = Buffer.alloc(1024);
    block.write(name, 0);
    block.write(contents.length.toString(8).padStart(11, '0'), 124);
    block.write(contents, 512);
    return block;
}
//# sourceMappingURL=nats-server.test.js.map