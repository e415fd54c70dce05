/** The same notebook as other programs write it: indents, escapes, line ends, marks. */
export function layouts(text) {
  const parsed = JSON.parse(text);
  const indented = indent => JSON.stringify(parsed, null, indent);
  return [
    text,
    indented(0),
    `${ascii(indented(2))}\n`,
    indented(1).replaceAll('\n', '\r\n'),
    `\ufeff${indented(4).replaceAll('\\n', '\\u000a').replaceAll('/', '\\/')}\n`,
    joined(parsed)
  ];
}

function ascii(json) {
  return json.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Every list of lines as one string, as nbformat takes it too. */
function joined(notebook) {
  const isLines = value => Array.isArray(value) && value.length > 0 && value.every(line => typeof line === 'string');
  return JSON.stringify(notebook, (key, value) => (isLines(value) && key !== 'traceback' ? value.join('') : value), 1);
}
