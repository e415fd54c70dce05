/** Bytes a chunk: `String.fromCharCode` takes its characters as arguments. */
const CHUNK = 0x8000;

/** Standard base64 of the bytes. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

/** The bytes of standard base64; line breaks in it are ignored. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/\s/g, '')), character => character.charCodeAt(0));
}
