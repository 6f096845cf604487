import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';

/** Long enough for a machine that has other things to do; no step of a walk is measured. */
const PATIENCE_MS = 60_000;

/** Containers have neither user namespaces nor much shared memory; only pages of this house are opened. */
const IN_CONTAINERS = ['--no-sandbox', '--disable-dev-shm-usage'];

/** Somebody at the screens: signs in as a person, walks by keyboard, and hears what the browser complains about. */
export class Walker {
  readonly #pages = new Map<string, Page>();
  readonly #complaints: string[] = [];
  #last: Page | undefined;

  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async start(program: string, url: string): Promise<Walker> {
    return new Walker(await chromium.launch({ executablePath: program, args: IN_CONTAINERS }), url);
  }

  end(): Promise<void> {
    return this.browser.close();
  }

  /** A screen as the person sees it. Everybody keeps one window and signs in once. */
  async open(handle: string, path: string): Promise<Page> {
    const page = this.#pages.get(handle) ?? (await this.#signedIn(handle));
    this.#pages.set(handle, page);
    this.#last = page;
    await page.goto(this.url + path);
    await page.locator('main h1').first().waitFor();
    return page;
  }

  /** What the window that was opened last shows, as a reader of the screen hears it. */
  async seen(): Promise<string> {
    return (await this.#last?.locator('main').ariaSnapshot()) ?? 'nothing';
  }

  /** Errors in the console, failures of scripts and requests to strangers, since the last time. */
  complaints(): readonly string[] {
    return this.#complaints.splice(0);
  }

  async #signedIn(handle: string): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(this.url);
    await page.locator('label', { hasText: new RegExp(handle.replace('.', ' '), 'i') }).click();
    await page.getByLabel('Password').fill('demo');
    await press(page.getByRole('button', { name: 'Sign in' }));
    await page.locator('main h1').first().waitFor();
    this.#listen(page, handle);
    return page;
  }

  #listen(page: Page, handle: string): void {
    const host = new URL(this.url).hostname;
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(`${handle}: ${message.text()}`);
    });
    page.on('pageerror', (failure) => this.#complaints.push(`${handle}: ${failure.message}`));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== host && hostname !== '127.0.0.1')
        this.#complaints.push(`${handle}: asked ${hostname}`);
    });
  }
}

/** Presses a button, a link or the head of a fold, as somebody without a mouse does. */
export async function press(what: Locator): Promise<void> {
  await what.click({ trial: true }); // waits until it can be used; a key on a button that is off is lost
  await what.focus();
  await what.press('Enter');
}

/** Goes on with the tabulator until something has the focus. Throws when it cannot be reached. */
export async function tabTo(page: Page, what: Locator, mostSteps = 40): Promise<void> {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    await page.keyboard.press('Tab');
    if (await what.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`The tabulator does not reach ${String(what)} within ${mostSteps} steps.`);
}
