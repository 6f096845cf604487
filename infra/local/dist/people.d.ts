/** Someone who can sign in to a development installation. */
export interface Person {
    /** Stable for ever: bookings, decisions and audit rows of the demonstration data refer to it. */
    readonly personId: string;
    /** `given.family`: what one types in scripts. */
    readonly handle: string;
    readonly name: string;
    readonly email: string;
    readonly employeeNumber: string;
    readonly roles: readonly string[];
    /** The organisation someone from outside works for. */
    readonly partner?: string;
    /** Last day (`YYYY-MM-DD`, UTC) on which an outsider may sign in. */
    readonly accessEnds?: string;
}
/** The people every development installation and every test knows. */
export declare const people: readonly Person[];
/** The password of everyone in `people`. A development installation holds no secrets. */
export declare const developmentPassword = "demo";
/** @param who person id, handle (`anna.meyer`) or e-mail address */
export declare function findPerson(who: string): Person | undefined;
//# sourceMappingURL=people.d.ts.map