export interface Heard {
    readonly subject: string;
    readonly reply: string | undefined;
    readonly body: string;
}
/**
 * A conversation with nats-server in its own text protocol: just enough to see what a user may do, without a client
 * library in between. Each call answers after the server has dealt with it; a refusal is thrown as the server words it.
 */
export declare class NatsConversation {
    #private;
    private readonly socket;
    private constructor();
    /** `url` with user and password: `nats://projects:secret@127.0.0.1:4222`. */
    static open(url: string): Promise<NatsConversation>;
    publish(subject: string, body: string, reply?: string): Promise<void>;
    subscribe(subject: string): Promise<void>;
    /** Everything heard so far on subjects that begin so, oldest first. */
    heard(prefix: string): Heard[];
    /** Waits until so many were heard on subjects that begin so. */
    hearing(prefix: string, count?: number): Promise<Heard[]>;
    /** Publishes and waits for the first answer on the inbox, which must be subscribed already. */
    ask(subject: string, body: string, inbox: string): Promise<string>;
    close(): void;
}
//# sourceMappingURL=nats-conversation.d.ts.map