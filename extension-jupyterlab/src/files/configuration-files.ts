/** Whether a path of the contents manager is that of a file that configures Loadlight. */
export function isConfiguration(path: string): boolean {
  return /(^|\/)(loadlight|pyproject)\.toml$/.test(path);
}
