import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface StoredMessage {
  readonly subject: string;
  /** Header block as it was sent, beginning with `NATS/1.0`; empty when there was none. */
  readonly headers: string;
  readonly body: Buffer;
}

export interface Stored {
  readonly stream: string;
  readonly seq: number;
  /** The broker knew this message id and stored nothing. */
  readonly duplicate: boolean;
}

const INBOX = '_INBOX_operator.faults';
const PATIENCE_MS = 5_000;
const NO_HEADERS = 'NATS/1.0\r\n\r\n';

/** The broker's operator, in NATS's own text protocol: reads what streams hold and publishes what nobody should. */
export class OperatorConnection {
  readonly #waiting = new Map<string, (body: Buffer) => void>();
  #unread = Buffer.alloc(0);
  #asked = 0;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => this.#read(bytes));
    socket.on('error', () => undefined); // whoever waits for an answer hears of it by its patience
  }

  /** `url` with user and password. */
  static async open(url: string): Promise<OperatorConnection> {
    const { hostname, port, username, password } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    const connection = new OperatorConnection(socket);
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) });
    const login = { user: username, pass: password, verbose: false, pedantic: false, headers: true };
    socket.write(`CONNECT ${JSON.stringify(login)}\r\nSUB ${INBOX}.* 1\r\n`);
    return connection;
  }

  close(): void {
    this.socket.destroy();
  }

  /** Sequence numbers of the first and the last message of a stream. */
  async range(stream: string): Promise<{ readonly first: number; readonly last: number }> {
    const answer = JSON.parse((await this.#ask(`$JS.API.STREAM.INFO.${stream}`, '')).toString()) as {
      state?: { first_seq: number; last_seq: number };
      error?: { description: string };
    };
    if (answer.state === undefined) throw new Error(`${stream}: ${answer.error?.description ?? 'no state'}`);
    return { first: answer.state.first_seq, last: answer.state.last_seq };
  }

  async message(stream: string, seq: number): Promise<StoredMessage> {
    const raw = await this.#ask(`$JS.API.STREAM.MSG.GET.${stream}`, JSON.stringify({ seq }));
    const { message, error } = JSON.parse(raw.toString()) as {
      message?: { subject: string; hdrs?: string; data?: string };
      error?: { description: string };
    };
    if (message === undefined) throw new Error(`${stream} ${seq}: ${error?.description ?? 'no message'}`);
    return {
      subject: message.subject,
      headers: Buffer.from(message.hdrs ?? '', 'base64').toString('latin1'),
      body: Buffer.from(message.data ?? '', 'base64'),
    };
  }

  /** Answers where the broker stored it. */
  async publish({ subject, headers, body }: StoredMessage): Promise<Stored> {
    const answer = JSON.parse((await this.#ask(subject, body, headers)).toString()) as Partial<Stored> & {
      error?: { description: string };
    };
    if (answer.seq === undefined) throw new Error(`${subject}: ${answer.error?.description ?? 'not stored'}`);
    return { stream: answer.stream ?? '', seq: answer.seq, duplicate: answer.duplicate ?? false };
  }

  async #ask(subject: string, body: string | Buffer, headers = ''): Promise<Buffer> {
    this.#asked += 1;
    const reply = `${INBOX}.${this.#asked}`;
    const head = Buffer.from(headers === '' ? NO_HEADERS : headers, 'latin1');
    const size = head.length + Buffer.byteLength(body);
    const answered = new Promise<Buffer>((answer, failed) => {
      const giveUp = setTimeout(() => failed(new Error(`${subject} is unanswered`)), PATIENCE_MS);
      this.#waiting.set(reply, (bytes) => {
        clearTimeout(giveUp);
        answer(bytes);
      });
    });
    this.socket.write(`HPUB ${subject} ${reply} ${head.length} ${size}\r\n`);
    this.socket.write(Buffer.concat([head, Buffer.from(body), Buffer.from('\r\n')]));
    return answered.finally(() => this.#waiting.delete(reply));
  }

  #read(bytes: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    for (;;) {
      const end = this.#unread.indexOf('\r\n');
      if (end < 0) return;
      const words = this.#unread.subarray(0, end).toString('latin1').split(' ');
      const hasBody = words[0] === 'MSG' || words[0] === 'HMSG';
      const size = hasBody ? Number(words.at(-1)) : -2;
      const next = end + 2 + size + 2;
      if (this.#unread.length < next) return;
      if (hasBody) {
        const headSize = words[0] === 'HMSG' ? Number(words.at(-2)) : 0;
        this.#waiting.get(words[1] ?? '')?.(this.#unread.subarray(end + 2 + headSize, end + 2 + size));
      } else if (words[0] === 'PING') {
        this.socket.write('PONG\r\n');
      }
      this.#unread = this.#unread.subarray(next);
    }
  }
}
