import { shortenedSecret } from './shown-of-secret.js';

/** The password of an address; also where the text was cut (`…`) before its `@`. A port is no password. */
const PASSWORD = /(:\/\/[^\s:/@]{0,256}:)(?!\d{1,5}(?:[/…]|$))([^\s/@…]{1,256})(?=@|…)/g;
/** What a parameter of an address holds whose name says that it opens something. */
const PARAMETER =
  /([?&][\w.-]{0,64}(?:key|token|secret|sig|signature|password|passwd|pwd|auth|credential)=)([^\s&#"'`]{6,2048})/gi;

/** The text with the credentials in addresses as `mask` shows them: some of their first characters, and `…`. */
export function maskedAddress(text: string, mask: (secret: string) => string = shortenedSecret): string {
  if (!text.includes('://')) return text;
  const masked = (_: string, before: string, secret: string): string => before + mask(secret);
  return text.replace(PASSWORD, masked).replace(PARAMETER, masked);
}
