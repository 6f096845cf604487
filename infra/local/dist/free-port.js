import { createServer } from 'node:net';
/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort() {
    const server = createServer();
    await listen(server, 0);
    const address = server.address();
    await new Promise((closed) => server.close(closed));
    if (address === null || typeof address === 'string')
        throw new Error('The system gave no port number.');
    return address.port;
}
/** Whether a server may still listen on the port, on 127.0.0.1 and on every address. */
export async function isPortFree(port) {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
        const server = createServer();
        const taken = await listen(server, port, host).then(() => false, () => true);
        await new Promise((closed) => server.close(closed));
        if (taken)
            return false;
    }
    return true;
}
function listen(server, port, host = '127.0.0.1') {
    return new Promise((listening, failed) => {
        server.once('error', failed);
        server.listen({ port, host, exclusive: true }, listening);
    });
}
//# sourceMappingURL=free-port.js.map