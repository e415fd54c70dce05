/** So much of a secret is shown: a quarter, and at most the first four characters; in UTF-16 units. */
export function shownOfSecret(length: number): number {
  return Math.min(4, Math.floor(length / 4));
}

/** What is shown of a secret: some of its first characters, and `…`. */
export function shortenedSecret(secret: string): string {
  return `${secret.slice(0, shownOfSecret(secret.length))}…`;
}
