const TAB = 4;

/** Characters that would move the cursor, hide or reorder text: controls, zero-width ones, marks of writing direction. */
const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029\ud800-\udfff]/u;

/** East Asian wide characters take two columns; emoji are told by their property. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** What a terminal shows for one user-perceived character, and how many columns it takes. */
export interface ShownCharacter {
  readonly text: string;
  readonly columns: number;
  /** UTF-16 offset in the text it comes from. */
  readonly offset: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line as the terminal shows it. Nothing in it can steer the terminal. */
export function shownCharacters(line: string): ShownCharacter[] {
  const shown: ShownCharacter[] = [];
  let column = 0;
  for (const { segment, index } of segmenter.segment(line)) {
    const character = showCharacter(segment, column);
    shown.push({ ...character, offset: index });
    column += character.columns;
  }
  return shown;
}

function showCharacter(grapheme: string, column: number): { text: string; columns: number } {
  if (grapheme === '\t') {
    const columns = TAB - (column % TAB);
    return { text: ' '.repeat(columns), columns };
  }
  // Emoji are joined by a zero-width character that belongs to them.
  if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u.test(grapheme) && !/\p{Cc}/u.test(grapheme)) {
    return { text: grapheme, columns: 2 };
  }
  if (UNSAFE.test(grapheme)) {
    const text = escapeUnsafe(grapheme);
    return { text, columns: text.length };
  }
  return { text: grapheme, columns: WIDE.test(grapheme) ? 2 : 1 };
}

/** Someone else's text in a sentence: on one line, and with nothing that steers the terminal. */
export function shownText(text: string): string {
  return shownCharacters(text.replace(/[\r\n\t]+/g, ' '))
    .map(character => character.text)
    .join('');
}

function escapeUnsafe(text: string): string {
  return Array.from(text, character => {
    if (!UNSAFE.test(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  }).join('');
}
