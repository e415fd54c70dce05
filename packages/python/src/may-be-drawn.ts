const SHORTEST = 6;
const LONGEST = 400;

/**
 * False promises that nobody would take the text for a key, a token or a password: it has no digits and no signs, or spaces. Looks at
 * nothing else, so that it costs next to nothing.
 */
export function mayBeDrawn(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST) return false;
  return /[^A-Za-z_.,/:()<>[\]{}\s-]/.test(text) && !/\s/.test(text);
}
