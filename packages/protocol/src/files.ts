/** `size` in bytes. */
export interface FileStat {
  readonly kind: 'file' | 'directory';
  readonly size: number;
}
