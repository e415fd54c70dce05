/**
 * Stands in for `debug` in the bundle: the scanner logs nothing, whatever an environment variable says.
 *
 * @public The bundler puts it there.
 */
export default function createDebug(): () => void {
  return () => undefined;
}
