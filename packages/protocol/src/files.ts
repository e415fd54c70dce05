/** `size` in bytes. */
export interface FileStat {
  readonly kind: 'file' | 'directory';
  readonly size: number;
  /** When it was written last, in milliseconds since 1970, where the client knows. */
  readonly modified?: number;
}
