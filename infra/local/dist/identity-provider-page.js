import { createHash } from 'node:crypto';
/** The sign-in page: plain HTML and one style sheet, no script. */
export function signInPage(form) {
    const chosen = form.chosen ?? form.people[0]?.personId;
    return page('Sign in', `<h1>Sign in to Meridian</h1>
    <p class="hint">Development installation. Choose who you are; the password of everyone is <kbd>demo</kbd>.</p>
    ${form.problem ? `<p class="problem" role="alert">${escapeHtml(form.problem)}</p>` : ''}
    <form method="post" action="${escapeHtml(form.action)}">
      <fieldset><legend>Who are you?</legend>
        <div class="people">${form.people.map((one) => choice(one, one.personId === chosen)).join('')}</div>
      </fieldset>
      <label class="password" for="password">Password
        <input id="password" name="password" type="password" autocomplete="current-password" required
          ${form.problem ? 'aria-invalid="true" autofocus' : ''}></label>
      <button type="submit">Sign in</button>
    </form>`);
}
/** A page that says one thing: signed out, or what went wrong. `body` is HTML that is already safe. */
export function messagePage(title, body) {
    return page(title, `<h1>${escapeHtml(title)}</h1>${body}`);
}
/**
 * The only policy the pages need: our style sheet, forms to ourselves and onwards to the applications (a browser
 * applies `form-action` to the redirect that follows the form as well).
 */
export function pagePolicy(applicationOrigins) {
    const style = createHash('sha256').update(STYLE).digest('base64');
    return [
        "default-src 'none'",
        `style-src 'sha256-${style}'`,
        `form-action 'self' ${applicationOrigins.join(' ')}`.trim(),
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ].join('; ');
}
export function escapeHtml(text) {
    const names = {
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        "'": '&#39;',
    };
    return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
function choice(one, isChosen) {
    const initials = one.name
        .split(' ')
        .map((word) => word[0])
        .join('');
    const note = [one.roles.join(', ').replaceAll('-', ' '), one.partner].filter(Boolean).join(' · ');
    return `<label class="person"><input type="radio" name="person" value="${one.personId}" ${isChosen ? 'checked' : ''} required>
    <span class="badge" aria-hidden="true">${escapeHtml(initials)}</span>
    <span><b>${escapeHtml(one.name)}</b><small>${escapeHtml(note)}</small></span></label>`;
}
function page(title, body) {
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)} · Meridian</title><style>${STYLE}</style></head>
<body><main><p class="brand"><span aria-hidden="true">◐</span> Meridian</p>${body}</main></body></html>`;
}
const STYLE = `
:root{--paper:#f6f7f9;--card:#fff;--ink:#14202e;--soft:#55637a;--line:#d5dbe4;--accent:#1f5fbf;--accent-ink:#fff;--bad:#a3201d}
@media (prefers-color-scheme:dark){:root{--paper:#10161f;--card:#18212d;--ink:#eaf0f7;--soft:#a4b1c4;--line:#354357;--accent:#7fb0ff;--accent-ink:#0b1524;--bad:#ff9d97}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:2rem 1rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:min(34rem,100%);background:var(--card);border:1px solid var(--line);border-radius:14px;padding:2rem}
.brand{margin:0 0 1.25rem;font-weight:650;color:var(--accent)}
h1{margin:0 0 .25rem;font-size:1.5rem;line-height:1.2}
.hint{margin:0 0 1.25rem;color:var(--soft)}
kbd{font:600 .9em ui-monospace,monospace;padding:.1em .4em;border:1px solid var(--line);border-radius:5px}
.problem{margin:0 0 1rem;padding:.6rem .8rem;border-left:4px solid var(--bad);color:var(--bad)}
fieldset{border:0;margin:0 0 1rem;padding:0}legend{padding:0 0 .4rem;font-weight:600}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.5rem}
.person{display:flex;gap:.7rem;align-items:center;padding:.55rem .7rem;border:1px solid var(--line);border-radius:10px;cursor:pointer}
.person input{position:absolute;opacity:0}
.person:has(input:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.person:has(input:focus-visible),button:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.badge{flex:none;width:2.25rem;height:2.25rem;border-radius:50%;display:grid;place-items:center;background:var(--accent);color:var(--accent-ink);font-weight:650;font-size:.8rem}
b,small{display:block}small{color:var(--soft)}
.password{display:block;font-weight:600}
.password input{display:block;width:100%;margin-top:.35rem;padding:.65rem .75rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:8px}
button{margin-top:1.1rem;width:100%;padding:.75rem;border:0;border-radius:8px;background:var(--accent);color:var(--accent-ink);font:600 1rem system-ui,sans-serif;cursor:pointer}
`;
//# sourceMappingURL=identity-provider-page.js.map