const MARK =
  /(?:\/\* )?\[removed by loadlight: [^\]]*\](?: \*\/)?|data-removed-by-loadlight=[a-z-]+|removed-by-loadlight-\d+(?:\.[a-z]+)?/;

/**
 * What of a clean copy differs from the notebook outside the marks: in the bytes, or in the JSON trees beyond the reported places.
 * Empty where all is as it should be.
 */
export function differences(before, after, items) {
  if (items.length === 0) return before === after ? [] : ['a clean notebook was changed'];
  return [...inBytes(before, after), ...inTrees(JSON.parse(bare(before)), JSON.parse(bare(after)), places(items))];
}

/** What stands between marks must stand in the notebook too, in that order. */
function inBytes(before, after) {
  const pieces = after.split(new RegExp(MARK, 'g'));
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    const found = i === 0 ? (before.startsWith(piece) ? 0 : -1) : before.indexOf(piece, at);
    if (found < 0) return [`these bytes are new: ${JSON.stringify(piece.slice(0, 80))}`];
    at = found + piece.length;
  }
  return before.endsWith(pieces.at(-1)) ? [] : ['the end is another'];
}

/** `cells/3/outputs/0`, `cells/3/source`, `metadata`: what the report speaks of. */
function places(items) {
  return items.flatMap(({ redaction }) =>
    redaction.edits.map(({ part }) => {
      if (part.kind === 'metadata' && part.cell === null) return 'metadata';
      const cell = items.cells.get(part.cell);
      if (part.kind === 'attachment') return `cells/${cell}/attachments`;
      return part.kind === 'output' ? `cells/${cell}/outputs/${part.index}` : `cells/${cell}/${part.kind}`;
    })
  );
}

function inTrees(a, b, allowed, path = '') {
  if (Object.is(a, b) || allowed.some(place => path === place || path.startsWith(`${place}/`))) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [`${path} differs`];
  const [one, other] = [Object.keys(a), Object.keys(b)];
  if (one.join('\n') !== other.join('\n')) return [`${path} has other keys`];
  return one.flatMap(key => inTrees(a[key], b[key], allowed, path === '' ? key : `${path}/${key}`));
}

const bare = text => text.replace(/^\ufeff/, '');
