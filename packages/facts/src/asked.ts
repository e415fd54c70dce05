import type { Fix, NewValue } from './fix.js';

/** What only the user knows: a commit, 40 hexadecimal digits; the SHA-256 of a file, 64. */
export type Asked = 'commit' | 'sha256';

const DIGITS: Readonly<Record<Asked, number>> = { commit: 40, sha256: 64 };

/** What the fix needs the user to say before it can be made; undefined where it needs nothing. */
export function asks({ intents }: Fix): Asked | undefined {
  for (const intent of intents) {
    if ('value' in intent && intent.value?.kind === 'asked') return intent.value.what;
  }
  return undefined;
}

/** What was typed as it is written into code, where it is what is asked for; else undefined. Blanks around it are forgiven. */
export function answerTo(what: Asked, typed: string): string | undefined {
  const digits = typed.trim().toLowerCase();
  return digits.length === DIGITS[what] && /^[0-9a-f]+$/.test(digits) ? digits : undefined;
}

/** The fix with what the user said in it; undefined where that is no answer to what it asks. */
export function withAnswer(fix: Fix, typed: string): Fix | undefined {
  const what = asks(fix);
  const answer = what && answerTo(what, typed);
  if (answer === undefined) return undefined;
  return withValues(fix, value => (value.kind === 'asked' ? { kind: 'literal', value: value.before + answer } : value));
}

/** The fix with an answer and checksums that could be the ones, to see whether it can be made. */
export function withAnyAnswer(fix: Fix): Fix {
  const what = asks(fix);
  const answered = what === undefined ? fix : (withAnswer(fix, '0'.repeat(DIGITS[what])) ?? fix);
  return withChecksum(answered, '0'.repeat(DIGITS.sha256));
}

/** The path of the file whose checksum the fix writes, as the program names it; undefined where it writes none. */
export function checksummedFile({ intents }: Fix): string | undefined {
  for (const intent of intents) if ('value' in intent && intent.value?.kind === 'checksum') return intent.value.file;
  return undefined;
}

/** The fix with that checksum in it, 64 hexadecimal digits. */
export function withChecksum(fix: Fix, checksum: string): Fix {
  return withValues(fix, value => (value.kind === 'checksum' ? { kind: 'literal', value: checksum } : value));
}

function withValues(fix: Fix, change: (value: NewValue) => NewValue): Fix {
  const intents = fix.intents.map(intent => {
    if (!('value' in intent) || !intent.value) return intent;
    const value = change(intent.value);
    return value === intent.value ? intent : { ...intent, value };
  });
  return { ...fix, intents };
}
