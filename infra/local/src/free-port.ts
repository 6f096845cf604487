import { createServer } from 'node:net';

/**
 * Below the ranges from which operating systems give outgoing connections their ports (Linux 32768-60999, IANA 49152-65535): between
 * the choice of a port and the server that listens on it, or while that server is started again, nobody else is given it.
 */
const LOWEST = 20_000;
const COUNT = 10_000;
/** Processes that start together have numbers that follow each other: each begins its own hundred. */
const OWN = 100;

let next = (process.pid * OWN) % COUNT;

/** A TCP port of 127.0.0.1 that nobody listens on at this moment and that this process was not given before. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < COUNT; attempt += 1) {
    const port = LOWEST + next;
    next = (next + 1) % COUNT;
    if (await isPortFree(port)) return port;
  }
  throw new Error(
    `All ports from ${LOWEST} to ${LOWEST + COUNT - 1} of this machine are taken: end a program that listens there.`,
  );
}

/** Whether a server may still listen on the port, on 127.0.0.1 and on every address. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const server = createServer();
    const taken = await listen(server, port, host).then(
      () => false,
      () => true,
    );
    await new Promise((closed) => server.close(closed));
    if (taken) return false;
  }
  return true;
}

function listen(server: ReturnType<typeof createServer>, port: number, host = '127.0.0.1'): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen({ port, host, exclusive: true }, listening);
  });
}

/** Two free ports one after the other: the first of them. */
export async function freePortPair(): Promise<number> {
  let first = await freePort();
  for (;;) {
    const second = await freePort();
    if (second === first + 1) return first;
    first = second;
  }
}
