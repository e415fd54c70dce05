/**
 * The folder of a Python environment, from the path of its interpreter or of the folder itself, as the Python extension
 * gives either: `/w/.venv/bin/python3.12` and `/w/.venv` are `/w/.venv`. Undefined for a bare command, which says nothing.
 */
export function environmentFolder(path: string): string | undefined {
  if (!/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return undefined;
  const interpreter = /^(.*?)[\\/](?:(?:bin|Scripts)[\\/])?python[\d.]*t?(?:\.exe)?$/i.exec(path)?.[1];
  const folder = (interpreter ?? path).replace(/[\\/]+$/, '');
  return folder === '' || /^[A-Za-z]:$/.test(folder) ? undefined : folder;
}
