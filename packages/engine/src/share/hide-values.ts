import type { Finding } from '@loadlight/facts/finding';
import type { Message } from '@loadlight/facts/message';
import { shownOfSecret } from '@loadlight/facts/shown-of-secret';

/** Shorter texts stand in words too; in UTF-16 units. */
const SHORTEST = 4;

/** The finding with these texts hidden wherever its message holds one: an address may hold a password. */
export function withoutValues(finding: Finding, all: readonly string[]): Finding {
  const values = all.filter(value => value.length > SHORTEST);
  const hide = (text: string): string =>
    values.reduce(
      (shown, value) => shown.replaceAll(value, () => `${value.slice(0, shownOfSecret(value.length))}…`),
      text
    );
  const inMessage = ({ id, args, text }: Message): Message => ({
    id,
    args: Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === 'string' ? hide(value) : typeof value === 'object' ? inMessage(value) : value
      ])
    ),
    text: hide(text)
  });
  return values.length === 0 ? finding : { ...finding, message: inMessage(finding.message) };
}
