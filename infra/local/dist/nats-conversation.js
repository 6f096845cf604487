import { connect } from 'node:net';
/**
 * A conversation with nats-server in its own text protocol: just enough to see what a user may do, without a client
 * library in between. Each call answers after the server has dealt with it; a refusal is thrown as the server words it.
 */
export class NatsConversation {
    #heard = [];
    #refusals = [];
    #pongs = [];
    #rest = '';
    #subscriptions = 0;
    constructor(socket) {
        this.socket = socket;
        socket.setNoDelay(true);
        socket.setMaxListeners(0);
        socket.on('error', (failure) => this.#refusals.push(failure.message));
        socket.on('data', (chunk) => this.#read(chunk.toString('latin1')));
    }
    /** `url` with user and password: `nats://projects:secret@127.0.0.1:4222`. */
    static async open(url) {
        const { hostname, port, username, password } = new URL(url);
        const conversation = new NatsConversation(connect({ host: hostname, port: Number(port) }));
        const options = {
            user: username,
            pass: password,
            verbose: false,
            pedantic: false,
            headers: true,
            no_responders: true,
        };
        await conversation.#say(`CONNECT ${JSON.stringify(options)}\r\n`);
        return conversation;
    }
    publish(subject, body, reply) {
        const target = reply === undefined ? subject : `${subject} ${reply}`;
        return this.#say(`PUB ${target} ${Buffer.byteLength(body)}\r\n${body}\r\n`);
    }
    subscribe(subject) {
        this.#subscriptions += 1;
        return this.#say(`SUB ${subject} ${this.#subscriptions}\r\n`);
    }
    /** Everything heard so far on subjects that begin so, oldest first. */
    heard(prefix) {
        return this.#heard.filter(({ subject }) => subject.startsWith(prefix));
    }
    /** Waits until so many were heard on subjects that begin so. */
    async hearing(prefix, count = 1) {
        const deadline = Date.now() + 5_000;
        while (this.heard(prefix).length < count) {
            if (Date.now() > deadline)
                throw new Error(`Not ${count} on ${prefix} within 5 s: ${this.heard(prefix).length}.`);
            await new Promise((wait) => setTimeout(wait, 5));
        }
        return this.heard(prefix);
    }
    /** Publishes and waits for the first answer on the inbox, which must be subscribed already. */
    async ask(subject, body, inbox) {
        await this.publish(subject, body, inbox);
        const [answer] = await this.hearing(inbox);
        return answer?.body ?? '';
    }
    close() {
        this.socket.destroy();
    }
    async #say(line) {
        const answered = new Promise((settled, failed) => {
            this.#pongs.push(settled);
            this.socket.once('close', () => failed(new Error(this.#refusals.at(-1) ?? 'The connection was closed.')));
        });
        this.socket.write(`${line}PING\r\n`);
        await answered;
        const refusal = this.#refusals.shift();
        if (refusal !== undefined)
            throw new Error(refusal);
    }
    #read(chunk) {
        this.#rest += chunk;
        for (;;) {
            const end = this.#rest.indexOf('\r\n');
            if (end < 0)
                return;
            const [verb = '', ...words] = this.#rest.slice(0, end).split(' ');
            const size = verb === 'MSG' || verb === 'HMSG' ? Number(words.at(-1)) : undefined;
            if (size !== undefined && this.#rest.length < end + 2 + size + 2)
                return;
            const body = size === undefined ? '' : this.#rest.slice(end + 2, end + 2 + size);
            this.#rest = this.#rest.slice(end + 2 + (size === undefined ? 0 : size + 2));
            this.#take(verb, words, body);
        }
    }
    #take(verb, words, body) {
        if (verb === 'PONG')
            this.#pongs.shift()?.();
        if (verb === 'PING')
            this.socket.write('PONG\r\n');
        if (verb === '-ERR')
            this.#refusals.push(words.join(' '));
        if (verb === 'MSG' || verb === 'HMSG') {
            const sizes = verb === 'MSG' ? 1 : 2;
            const reply = words.length > 2 + sizes ? words[2] : undefined;
            this.#heard.push({ subject: words[0] ?? '', reply, body });
        }
    }
}
//# sourceMappingURL=nats-conversation.js.map