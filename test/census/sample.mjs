const SEED = 20261121;
const SIZE = 100;
/** Three quarters of what only we find: one kind of call, simple to follow. */
const PLAIN = /^open\(\)\.write/;

/**
 * A hundred of the calls: all but writes of an opened file, and as many of those as are missing, drawn at random; the same
 * whenever the calls are the same, in their order.
 */
export function sampleOf(calls) {
  const picked = new Set(calls.filter(({ name }) => !PLAIN.test(name)).slice(0, SIZE));
  const left = calls.filter(({ name }) => PLAIN.test(name));
  const random = generator(SEED);
  while (picked.size < SIZE && left.length > 0)
    for (const call of left.splice(Math.floor(random() * left.length), 1)) picked.add(call);
  return calls.filter(call => picked.has(call));
}

function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
