import type { GatewayClient } from '@meridian/local';

interface Page {
  readonly projects: readonly { readonly code: string }[];
  readonly nextCursor?: string;
}

/** What the public API shows of the projects that were asked for, against what clients were told. */
export interface Accounts {
  /** Answered with 2xx and not there. */
  readonly lost: number;
  /** There more than once. */
  readonly twice: number;
  /** There, although the client was refused: neither accepted nor of unknown outcome. */
  readonly unasked: number;
  readonly found: number;
}

/** Reads every project of a portfolio through the gateway and compares. */
export async function accountsOf(
  gateway: GatewayClient,
  portfolio: string,
  told: { readonly accepted: readonly string[]; readonly unknown: readonly string[] },
): Promise<Accounts> {
  const codes: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const query = new URLSearchParams({ portfolio, limit: '200', ...(cursor === '' ? {} : { cursor }) });
    const page: Page = await gateway.get<Page>(`/v1/projects?${query.toString()}`);
    codes.push(...page.projects.map(({ code }) => code));
    cursor = page.nextCursor;
  }
  const there = new Set(codes);
  const possible = new Set([...told.accepted, ...told.unknown]);
  return {
    lost: told.accepted.filter((code) => !there.has(code)).length,
    twice: codes.length - there.size,
    unasked: codes.filter((code) => !possible.has(code)).length,
    found: codes.length,
  };
}
