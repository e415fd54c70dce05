const ALL = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

/**
 * A text that the expression matches, made up with `random` (from 0 up to, not including, 1). Knows what the tables of
 * formats use: classes, escapes, groups, alternatives, counted repetitions and `?`; what looks around matches nothing.
 */
export function textOfShape({ source }: RegExp, random: () => number): string {
  let at = 0;
  const below = (count: number): number => Math.floor(random() * count);

  function alternatives(): string {
    const all = [sequence()];
    while (source[at] === '|') {
      at++;
      all.push(sequence());
    }
    return all[below(all.length)] ?? '';
  }

  function sequence(): string {
    let text = '';
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const from = at;
      const once = atom();
      const [least, most] = repetition();
      const after = at;
      text += least > 0 || below(2) > 0 ? once : '';
      for (let left = least + below(most - least + 1) - 1; left > 0; left--) {
        at = from;
        text += atom();
      }
      at = after;
    }
    return text;
  }

  function atom(): string {
    const looks = /^\(\?<?[=!]/.test(source.slice(at));
    if (source[at] === '(') {
      at += /^\((?:\?:|\?<?[=!])?/.exec(source.slice(at))?.[0].length ?? 1;
      const inside = alternatives();
      at++;
      return looks ? '' : inside;
    }
    const [one = ''] = /^\[(?:\\.|[^\]])*\]|^\\.|^./.exec(source.slice(at)) ?? [];
    at += one.length;
    if (one.length === 1) return one;
    const able = charactersOf(one);
    return able[below(able.length)] ?? '';
  }

  function repetition(): [number, number] {
    const [written = '', least, comma, most] = /^\{(\d+)(,?)(\d*)\}|^\?/.exec(source.slice(at)) ?? [];
    at += written.length;
    if (written === '?') return [0, 1];
    if (least === undefined) return [1, 1];
    return [Number(least), Number(comma === '' ? least : most)];
  }

  return alternatives();
}

const known = new Map<string, readonly string[]>();

/** What a class or an escape stands for. */
function charactersOf(one: string): readonly string[] {
  const before = known.get(one);
  if (before) return before;
  const fits = new RegExp(`^${one}$`);
  const able = ALL.filter(character => fits.test(character));
  known.set(one, able);
  return able;
}
