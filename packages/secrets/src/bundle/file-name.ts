/**
 * All that the scanner wants of `node:path`, which workers do not have.
 *
 * @public The bundler puts it there.
 */
export default { basename: (path: string): string => path.slice(path.lastIndexOf('/') + 1) };
