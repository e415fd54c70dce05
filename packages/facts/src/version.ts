/** A version of PEP 440, split. The local part (`+cpu`) says how it was built, not how new it is, and is dropped. */
interface ParsedVersion {
  readonly epoch: number;
  readonly release: readonly number[];
  /** Pre-releases come before the release, and a development release before those. */
  readonly phase: readonly [number, number];
  readonly post: number;
  readonly dev: number;
}

const VERSION =
  /^\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[._-]?(alpha|beta|preview|pre|rc|a|b|c)[._-]?(\d*))?(?:-(\d+)|[._-]?(?:post|rev|r)[._-]?(\d*))?([._-]?dev[._-]?(\d*))?(?:\+[a-z0-9]+(?:[._-][a-z0-9]+)*)?\s*$/i;

const PHASES: Readonly<Record<string, number>> = { a: 1, alpha: 1, b: 2, beta: 2, c: 3, rc: 3, pre: 3, preview: 3 };
const DEV_ONLY = 0;
const FINAL = 4;
const LONGEST = 128;

/** True for what PEP 440 calls a version: `2.6`, `2.6.0rc1`, `1!2.0.post1+cpu`. */
export function isVersion(text: string): boolean {
  return parse(text) !== undefined;
}

/**
 * Below 0 where `a` is older, 0 where both are the same version (`2.6` and `2.6.0+cpu` are), above 0 where `a` is newer,
 * by the order of PEP 440. Undefined where one of them is no version.
 */
export function compareVersions(a: string, b: string): number | undefined {
  const left = parse(a);
  const right = parse(b);
  if (!left || !right) return undefined;
  const length = Math.max(left.release.length, right.release.length);
  const differences = [left.epoch - right.epoch];
  for (let i = 0; i < length; i++) differences.push((left.release[i] ?? 0) - (right.release[i] ?? 0));
  differences.push(left.phase[0] - right.phase[0], left.phase[1] - right.phase[1], left.post - right.post);
  // Without a development number it is the later one, which is infinity on both sides most of the time.
  if (left.dev !== right.dev) differences.push(left.dev - right.dev);
  return differences.find(difference => difference !== 0) ?? 0;
}

/** The release numbers of a version: `[2, 4, 1]` of `2.4.1rc1+cpu`. Undefined where it is no version. */
export function releaseOf(text: string): readonly number[] | undefined {
  return parse(text)?.release;
}

function parse(text: string): ParsedVersion | undefined {
  if (text.length > LONGEST) return undefined;
  const match = VERSION.exec(text);
  if (!match) return undefined;
  const [, epoch, release = '', letter, letterNumber, dashPost, post, dev, devNumber] = match;
  const hasPost = dashPost !== undefined || post !== undefined;
  const phase: readonly [number, number] = letter
    ? [PHASES[letter.toLowerCase()] ?? FINAL, Number(letterNumber || 0)]
    : [dev !== undefined && !hasPost ? DEV_ONLY : FINAL, 0];
  return {
    epoch: Number(epoch ?? 0),
    release: release.split('.').map(Number),
    phase,
    post: hasPost ? Number(dashPost ?? (post || 0)) : -1,
    dev: dev === undefined ? Infinity : Number(devNumber || 0)
  };
}
