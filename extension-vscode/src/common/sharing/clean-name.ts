/** `train-clean.ipynb` for the path `…/train.ipynb`, in the same folder. */
export function cleanPath(path: string): string {
  return path.replace(/(?:\.ipynb)?$/i, extension => `-clean${extension || '.ipynb'}`);
}
