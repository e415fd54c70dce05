/** Pairs of letters that make up three quarters of English text and names made of it, and a quarter of random letters. */
const COMMON_PAIRS = new Set(
  `th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur
  ro ri io ic ne me li ll be co ma ch ce ot ta el la ec us wa fo em ns no om so ut lo ac tr il ho di pe sh ss na ca ad mo
  ge ol un ee rs po wh id ly ai tu lu pa pr ke ul gr tt op im ie ct sp am oo bo ci fi vi ba ag ig mi ir su ay ow ev ab ts
  cl ap bl wi ef ex br if ep iv fe pl ty qu vo do ga mb va ck gi nc av fr gh ey rt rd ok mp pi ub ib ye ry ks ym`.split(
    /\s+/
  )
);

const WORDY_SHARE = 0.52;
/** Most of its letters stand as they do in words. */
export function isWordy(value: string): boolean {
  const pieces = value.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const letters = pieces.filter(piece => /[A-Za-z]/.test(piece));
  const length = letters.reduce((sum, piece) => sum + piece.length, 0);
  if (letters.length === 0 || length / letters.length < 2.4) return false;
  let pairs = 0;
  let common = 0;
  for (const piece of letters) {
    const lower = piece.toLowerCase();
    for (let i = 0; i + 1 < lower.length; i++) {
      pairs++;
      if (COMMON_PAIRS.has(lower.slice(i, i + 2))) common++;
    }
  }
  return pairs > 0 && common / pairs >= WORDY_SHARE;
}
