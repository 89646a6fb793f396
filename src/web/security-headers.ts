import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

export interface HeaderOptions {
  /** Where the setup's form leads, beside this server itself. */
  githubUrl: string;
  isHttps: boolean;
  /** The pages bring a script and a picture of this server's own; the script may ask this server alone. */
  hasScript?: boolean;
}

/** No script runs on any page, unless it is said that there is one; nothing is fetched from elsewhere, and no other page may frame one. */
export function securityHeaders({ githubUrl, isHttps, hasScript = false }: HeaderOptions): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      ...(hasScript && { scriptSrc: ["'self'"], connectSrc: ["'self'"], imgSrc: ["'self'"] }),
      formAction: ["'self'", new URL(githubUrl).origin],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: isHttps ? 'max-age=31536000' : false,
  });
}
