import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await listen(server, 0);
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port number.');
  return address.port;
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
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = await freePort();
    if (port < 65_535 && (await isPortFree(port + 1))) return port;
  }
  throw new Error('No two free ports in a row were found on this machine.');
}
