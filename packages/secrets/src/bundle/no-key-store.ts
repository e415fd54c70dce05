/**
 * Stands in for the cryptography that opens .p12 files: 0.9 MB that no text of ours reaches.
 *
 * @public The bundler puts it there.
 */
export default undefined;
