/** A file's bytes as text, by its byte-order mark: UTF-8, or UTF-16 as PowerShell's `>` writes it. The mark is taken off. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
