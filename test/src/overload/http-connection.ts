import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** What came back, as far as a load generator cares. */
export interface HttpAnswer {
  readonly status: number;
  readonly hasRetryAfter: boolean;
  /** A page that names a part that did not come. */
  readonly isPartial: boolean;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const MISSING = Buffer.from('"missing":[{');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/**
 * One kept connection that carries one request at a time, as those of a proxy's pool do. A client of its own, because it has to
 * cost the machine much less than the server it loads.
 */
export class HttpConnection {
  #socket: Socket | undefined;
  #unread: Buffer = Buffer.alloc(0);
  #answered: ((answer: HttpAnswer) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  /**
   * Sends a whole request; connects first when the last answer closed the connection.
   *
   * @throws Error when the connection is lost before the answer is complete: what became of the request is open
   */
  send(request: Buffer): Promise<HttpAnswer> {
    return new Promise((answered, failed) => {
      this.#answered = answered;
      this.#failed = failed;
      this.#socket ??= this.#connect();
      this.#socket.write(request);
    });
  }

  /** Whoever waits for an answer hears that it does not come. */
  close(): void {
    this.#socket?.destroy();
    this.#lost();
  }

  #connect(): Socket {
    const socket = connect({ host: this.host, port: this.port, noDelay: true });
    socket.on('data', (bytes) => this.#read(bytes));
    socket.on('error', () => undefined); // 'close' follows
    socket.on('close', () => {
      if (this.#socket === socket) this.#lost();
    });
    return socket;
  }

  #lost(): void {
    const failed = this.#failed;
    this.#socket = this.#answered = this.#failed = undefined;
    this.#unread = Buffer.alloc(0);
    failed?.(new Error('the connection was lost'));
  }

  #read(bytes: Buffer): void {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    const end = this.#unread.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.#unread.toString('latin1', 0, end).toLowerCase();
    if (!isComplete(this.#unread.subarray(end + HEAD_END.length), head)) return;
    const isPartial = this.#unread.includes(MISSING);
    this.#unread = Buffer.alloc(0);
    const answer = {
      status: Number(head.slice('http/1.1 '.length, 12)),
      isPartial,
      hasRetryAfter: head.includes('\r\nretry-after:'),
    };
    const answered = this.#answered;
    this.#answered = this.#failed = undefined;
    if (head.includes('\r\nconnection: close')) this.close();
    answered?.(answer);
  }
}

/** The gateway sends either a length or chunks; nothing follows the answer, since one request is under way at most. */
function isComplete(body: Buffer, head: string): boolean {
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return body.length >= Number(length);
  if (head.includes('\r\ntransfer-encoding: chunked')) {
    return body.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) || body.equals(LAST_CHUNK.subarray(2));
  }
  return true;
}
