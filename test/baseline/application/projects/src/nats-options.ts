/** Of the server and of the client: never gives up, and finds out within 20 s that nobody is at the other end. */
export const natsOptions = {
  servers: [process.env['NATS_URL'] as string],
  user: process.env['NATS_USER'] as string,
  pass: process.env['NATS_PASSWORD'] as string,
  maxReconnectAttempts: -1,
  reconnectTimeWait: 500,
  waitOnFirstConnect: true,
  pingInterval: 10_000,
};
