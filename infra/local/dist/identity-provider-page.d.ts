import type { Person } from './people.js';
export interface SignInForm {
    readonly action: string;
    readonly people: readonly Person[];
    /** Who was chosen before, when the form comes back. */
    readonly chosen?: string;
    /** Why the last attempt was refused. */
    readonly problem?: string;
}
/** The sign-in page: plain HTML and one style sheet, no script. */
export declare function signInPage(form: SignInForm): string;
/** A page that says one thing: signed out, or what went wrong. `body` is HTML that is already safe. */
export declare function messagePage(title: string, body: string): string;
/**
 * The only policy the pages need: our style sheet, forms to ourselves and onwards to the applications (a browser
 * applies `form-action` to the redirect that follows the form as well).
 */
export declare function pagePolicy(applicationOrigins: readonly string[]): string;
export declare function escapeHtml(text: string): string;
//# sourceMappingURL=identity-provider-page.d.ts.map