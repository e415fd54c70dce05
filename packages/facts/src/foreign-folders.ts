/**
 * Names of folders that never hold the user's own sources: what tools keep, copy or install. Every scan leaves them
 * out. Virtual environments of other names are known by what is in them.
 */
export const FOREIGN_FOLDERS: readonly string[] = [
  ...['.git', '.hg', '.svn', 'node_modules', '__pycache__', '.ipynb_checkpoints', 'site-packages', '.tox', '.nox'],
  ...['.virtual_documents', '.mypy_cache', '.ruff_cache', '.pytest_cache']
];
