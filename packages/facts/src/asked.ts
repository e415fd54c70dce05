import type { Fix, NewValue } from './fix.js';

/** What only the user knows: a commit, 40 hexadecimal digits. */
export type Asked = 'commit';

/** What the fix needs the user to say before it can be made; undefined where it needs nothing. */
export function asks({ intents }: Fix): Asked | undefined {
  for (const intent of intents) {
    if ('value' in intent && intent.value.kind === 'asked') return intent.value.what;
  }
  return undefined;
}

/** What was typed as it is written into code, where it is a commit; else undefined. Blanks around it are forgiven. */
export function commitOf(typed: string): string | undefined {
  return /^\s*([0-9a-f]{40})\s*$/i.exec(typed)?.[1]?.toLowerCase();
}

/** The fix with what the user said in it; undefined where that is no answer to what it asks. */
export function withAnswer(fix: Fix, typed: string): Fix | undefined {
  const answer = asks(fix) && commitOf(typed);
  if (answer === undefined) return undefined;
  const said = (value: NewValue): NewValue =>
    value.kind === 'asked' ? { kind: 'literal', value: value.before + answer } : value;
  return {
    ...fix,
    intents: fix.intents.map(intent => ('value' in intent ? { ...intent, value: said(intent.value) } : intent))
  };
}

/** The fix with an answer that could be one, to see whether it can be made. */
export function withAnyAnswer(fix: Fix): Fix {
  return withAnswer(fix, '0'.repeat(40)) ?? fix;
}
