import { pathToFileURL } from 'node:url';

/**
 * URI of the Python environment that is active in the shell: `VIRTUAL_ENV` as venv, virtualenv and uv set it, else
 * `CONDA_PREFIX`, unless that is conda's base. Undefined where none is.
 */
export function activeEnvironment(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { VIRTUAL_ENV, CONDA_PREFIX, CONDA_DEFAULT_ENV } = environment;
  const folder = VIRTUAL_ENV || (CONDA_DEFAULT_ENV === 'base' ? undefined : CONDA_PREFIX);
  return folder ? pathToFileURL(folder).href : undefined;
}
