import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNats } from '@meridian/local';

const SUBJECT = 'events.projects.raw.v1.0';
const INBOX = '_INBOX_projects.raw';
const BODY = 'x'.repeat(500);

/**
 * Acknowledged publishes per second of a nats-server of its own with the settings of the house, in NATS's own text
 * protocol: no client library, nothing to read along. A broker of its own, because raw messages would stand in the
 * product's streams.
 *
 * @param inFlight publishes that wait for their acknowledgement at any moment
 */
export async function rawPublishesPerSecond(inFlight: number, forMs: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-raw-'));
  const server = await startNats({ storeDir: folder });
  const socket = connect({ host: '127.0.0.1', port: server.port });
  try {
    await once(socket, 'connect');
    socket.setNoDelay(true);
    const login = { user: 'projects', pass: server.passwords.projects, verbose: false, headers: true };
    socket.write(`CONNECT ${JSON.stringify(login)}\r\nSUB ${INBOX}.* 1\r\n`);
    await createStream(socket);
    return await publishFor(socket, inFlight, forMs);
  } finally {
    socket.destroy();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function createStream(socket: Socket): Promise<void> {
  const config = {
    name: 'EVENTS_PROJECTS',
    subjects: ['events.projects.>'],
    storage: 'file',
    num_replicas: 1,
  };
  const body = JSON.stringify(config);
  const request = `PUB $JS.API.STREAM.CREATE.EVENTS_PROJECTS ${INBOX}.made ${Buffer.byteLength(body)}\r\n${body}\r\n`;
  const answered = untilText(socket, `MSG ${INBOX}.made`);
  socket.write(request);
  await answered;
}

/** Every answer that arrives sends the next publish; answers are counted by the word that begins each of them. */
function publishFor(socket: Socket, inFlight: number, forMs: number): Promise<number> {
  const publish = `PUB ${SUBJECT} ${INBOX}.ack ${BODY.length}\r\n${BODY}\r\n`;
  const word = `MSG ${INBOX}.ack`;
  const startedMs = performance.now();
  let acknowledged = 0;
  let rest = '';
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString('latin1')).split(word);
      if (parts.some((part) => part.includes('"error"') || part.includes('-ERR'))) {
        reject(new Error(`The broker refused a raw publish: ${parts.join('').slice(0, 300)}`));
      }
      rest = (parts.at(-1) ?? '').slice(-word.length);
      acknowledged += parts.length - 1;
      const tookMs = performance.now() - startedMs;
      if (tookMs >= forMs) resolve((acknowledged * 1_000) / tookMs);
      else if (parts.length > 1) socket.write(publish.repeat(parts.length - 1));
    });
    socket.write(publish.repeat(inFlight));
  });
}

function untilText(socket: Socket, text: string): Promise<void> {
  let heard = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      heard += chunk.toString('latin1');
      if (heard.includes('-ERR'))
        reject(new Error(`nats-server says ${heard.slice(heard.indexOf('-ERR'), 200)}`));
      if (!heard.includes(text)) return;
      socket.off('data', listen);
      resolve();
    };
    socket.on('data', listen);
  });
}
