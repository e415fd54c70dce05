/**
 * Whether the metadata of a notebook, as nbformat has it, say that it is run in Google Colab, which writes `colab` into it and, where
 * the user chose one, the `accelerator` (`GPU`, `TPU`). Kernels there are called as elsewhere.
 */
export function isColabNotebook(metadata: unknown): boolean {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const { colab, accelerator } = metadata as Readonly<Record<string, unknown>>;
  return (typeof colab === 'object' && colab !== null) || (typeof accelerator === 'string' && accelerator !== '');
}

/** The same of the metadata as JSON, most of which hold no such key and need not be read. */
export function isColabText(metadata: string): boolean {
  if (!/"(?:colab|accelerator)"\s*:/.test(metadata)) return false;
  try {
    return isColabNotebook(JSON.parse(metadata));
  } catch {
    return false;
  }
}
