/** The type under which an error's own sentence stands, beside its traceback. */
export const ERROR_VALUE = 'application/vnd.jupyter.error-value';

/** The type under which an output's metadata stands, as JSON. */
export const OUTPUT_METADATA = 'application/vnd.jupyter.output-metadata';
