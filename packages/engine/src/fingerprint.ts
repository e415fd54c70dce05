/**
 * A name for a finding that survives moved cells and changed outputs: rule, the source line without its spacing, and
 * which of several equal ones it is. 64 bits of FNV-1a as hexadecimal digits; it is a name, not a proof.
 */
export function fingerprint(rule: string, line: string, ordinal: number): string {
  return hashOf(`${rule}\n${line.replace(/\s+/g, '')}\n${ordinal}`);
}

/** 16 hexadecimal digits that stand for a text, so that a table need not keep the text itself. */
export function hashOf(text: string): string {
  return [0x811c9dc5, 0x01000193].map(seed => fnv(text, seed)).join('');
}

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
