/** The name that a package index knows it by: lower case, runs of `-`, `_` and `.` as one `-` (PEP 503). */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
