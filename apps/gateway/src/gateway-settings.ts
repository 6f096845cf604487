import { address, optional, text } from '@meridian/runtime';
import type { SettingsOf } from '@meridian/runtime';

/** What the gateway reads from its environment besides what every service reads. */
export const gatewaySettings = {
  OIDC_ISSUER: address('https', 'http'),
  /** Where this process finds the issuer's discovery document, when it cannot reach the address browsers use. */
  OIDC_DISCOVERY_URL: optional(address('https', 'http'), undefined),
  OIDC_AUDIENCE: text('the audience of access tokens, such as meridian'),
  /** The client under which the web application signs people in. */
  OIDC_WEB_CLIENT: optional(text('the client id of the web application'), 'meridian-web'),
  WEB_ROOT: optional(text('the folder of the built web application'), undefined),
};

export type GatewaySettings = SettingsOf<typeof gatewaySettings>;
