import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * The browser may run what we serve and talk to us and the identity provider, nothing else. No inline script, no
 * inline style, no frames.
 *
 * @param issuer the identity provider, which the web application asks for tokens
 */
export function securityHeaders(issuer: string): FastifyHelmetOptions {
  const self = ["'self'"];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: [...self, 'data:'],
        fontSrc: self,
        manifestSrc: self,
        workerSrc: self,
        connectSrc: [...self, new URL(issuer).origin],
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // TLS ends in front of the gateway; a browser that came without it must not be locked out on localhost
    strictTransportSecurity: issuer.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  };
}
