import type { PersonalText } from '@loadlight/facts/fact';
import type { FoundRange } from './found-range.js';

/** Offsets of what tells of a person or a machine. */
export interface FoundPersonal extends FoundRange, Pick<PersonalText, 'what'> {}

/** Names that machines and examples have, so that they tell of nobody. */
const NOBODY =
  /^(?:root|jovyan|user\d*|users?|username|user[_-]?name|you|your.*|me|name|myname|my.*user|<.*|\$.*|\{.*|\[.*|%.*|ubuntu|debian|centos|fedora|admin(?:istrator)?|guest|nobody|runner|circleci|travis|gitlab-runner|vagrant|ec2-user|sagemaker-user|studio-lab-user|colab|kaggle|jupyter|notebook|conda|mamba|micromamba|default|public|shared|all users|docker|app|appuser|node|dev|developer|test|tester|demo|example|foo|bar|jenkins|build|builder|buildbot|azureuser|cdsw|nvidia|tensorflow|pytorch|spark|hadoop|hdfs|postgres|mysql|www-data|www|data|web|site|home|index|lib|bin|none|null|undefined|unknown|anonymous|localhost|wheel|staff|linuxbrew|runneradmin|vsts|codespace|gitpod|coder|huggingface|model|vscode|aistudio|dbfs)$/i;

const EMPTY: readonly FoundPersonal[] = [];
/** More of one text is not told apart. */
const MOST = 2000;

/** Home folders, names, mail and internal addresses in a text, in order and without overlaps. Linear in the text. */
export function personalText(text: string): readonly FoundPersonal[] {
  const found = [...homeFolders(text), ...names(text), ...mailAddresses(text), ...internalAddresses(text)];
  if (found.length === 0) return EMPTY;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundPersonal[] = [];
  let end = -1;
  for (const one of found) {
    if (one.start < end || kept.length >= MOST) continue;
    kept.push(one);
    end = one.end;
  }
  return kept;
}

function isNobody(name: string): boolean {
  return NOBODY.test(name.trim());
}

/** Letters may be escaped, as in JSON that is all ASCII. */
const HOME =
  /(?<![\w.~%$)}-])(?:(?<=^|[^/]|file:\/\/)\/(?:mnt\/[a-z]\/)?(?:home|Users)\/|[A-Za-z]:[\\/]{1,4}(?:Users|Documents and Settings)[\\/]{1,4})((?:\p{L}|\\u[\da-f]{4})(?:[\p{L}\p{N}._-]|\\u[\da-f]{4}){0,63})( \p{L}[\p{L}\p{N}._-]{0,31}(?=[\\/]))?/gu;

function* homeFolders(text: string): Iterable<FoundPersonal> {
  if (!text.includes('/home/') && !/[\\/]Users[\\/]|Documents and Settings/.test(text)) return;
  for (const { 0: all, 1: first = '', 2: second = '', index } of text.matchAll(HOME)) {
    // Names with a space are those of Windows and macOS.
    const written = second !== '' && !all.includes('/home/') ? first + second : first;
    const name = written.replace(/[.-]+$/, '');
    const end = index + all.length - (first + second).length + name.length;
    const isFolder = /[\\/]/.test(text[end] ?? '');
    // The path of a request or a page is no folder.
    const isPath = name.includes('.') || /\b(?:GET|POST|PUT|HEAD)\s+$/.test(text.slice(Math.max(0, index - 8), index));
    if ((isFolder || !isPath) && !isNobody(name)) yield { what: 'home-folder', start: index, end };
  }
}

const SHELL_PROMPT =
  /^(?:\(\w[\w.-]{0,40}\) )?\[?([a-z_][\w.-]{0,31})@([A-Za-z][\w.-]{1,62})(?::|\s)[~/][^\s$#]{0,200}[\]]?[$#](?:\s|$)/gm;
const OWNER =
  /^[-dlcb][-rwxsStT]{9}[.+@]?\s+\d{1,6}\s+([A-Za-z_][\w.-]{0,31})\s+([A-Za-z_][\w.-]{0,31})\s+[\d.,]+[KMGTP]?\s/gm;
const KERNEL = /^(?:Linux|Darwin) ([A-Za-z][\w.-]{1,62}) \d{1,3}\.\d{1,3}\./gm;
const LOGGED_IN = /\b[Ll]ogged in as:? (?:user )?\x1b?(?:\[[\d;]*m)?["']?([A-Za-z][\w.-]{1,38})/g; // eslint-disable-line no-control-regex -- the escape that begins a colour
const KEYED =
  /["']?\b(USER|LOGNAME|USERNAME|user_?name|displayName|full_?name|HOSTNAME|COMPUTERNAME|host_?name|nodename)\\?["']?\s{0,4}[:=]\s{0,4}\\?["']((?:[^"'\\\n]|\\u[\da-f]{4}){2,64})\\?["']/g;

function* names(text: string): Iterable<FoundPersonal> {
  yield* groups(text, text.includes('@') ? SHELL_PROMPT : undefined, ['user-name', 'host-name']);
  yield* groups(text, /^[-dl][-rwx]{9}/m.test(text) ? OWNER : undefined, ['user-name', 'user-name']);
  yield* groups(text, /^(?:Linux|Darwin) /m.test(text) ? KERNEL : undefined, ['host-name']);
  yield* groups(text, text.includes('ogged in as') ? LOGGED_IN : undefined, ['user-name']);
  for (const match of text.matchAll(KEYED)) {
    const [all, key = '', value = ''] = match;
    const what = /host|computer|node/i.test(key) ? 'host-name' : 'user-name';
    const plain = value.replace(/\\u[\da-f]{4}/g, 'x');
    if (isNobody(value) || !/^[\p{L}][\p{L}\p{N} ._@-]*$/u.test(plain) || looksGeneratedHost(value)) continue;
    const start = match.index + all.lastIndexOf(value);
    yield { what, start, end: start + value.length };
  }
}

/** Containers are named by a hash. */
function looksGeneratedHost(name: string): boolean {
  return /^[0-9a-f]{12}$/.test(name);
}

function* groups(
  text: string,
  pattern: RegExp | undefined,
  kinds: readonly PersonalText['what'][]
): Iterable<FoundPersonal> {
  if (!pattern) return;
  for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}d`))) {
    for (const [i, what] of kinds.entries()) {
      const [start, end] = match.indices?.[i + 1] ?? [0, 0];
      const name = match[i + 1] ?? '';
      if (name !== '' && !isNobody(name) && !looksGeneratedHost(name)) yield { what, start, end };
    }
  }
}

const ROLES =
  /^(?:info|support|contact|help|admin|hello|office|mail|email|sales|press|security|noreply|no-reply|do-?not-?reply|webmaster|postmaster|abuse|team|git|hg|ssh|user|username|name|you|your.*|me|someone|somebody|foo|bar|test|example|.*-(?:users?|dev|devel|discuss(?:ion)?s?|list|announce|team|feedback|bugs?)|.*(?:feedback|maintainers|mailing-?list|committers?))$/i;
const EXAMPLE_DOMAIN =
  /(?:^|\.)(?:example(?:\.\w+)?|test|invalid|localhost|users\.noreply\.github\.com|domain\.com|company\.com|email\.com|host\.com|foo\.com|bar\.com|abc\.com|xyz\.com|mail\.com)$/i;
const NO_DOMAIN = /\.(?:png|jpe?g|gif|svg|webp|py|js|ts|css|json|txt|md|git|ipynb|cfg|so|html?|ya?ml)$/i;
const LONGEST_LOCAL = 64;
/** `Karin Schulte <`, before an address. */
const DISPLAYED = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}.'-]*(?: [\p{L}][\p{L}.'-]*){1,3}) (?:<|&lt;)$/u;
const LONGEST_NAME = 80;

function* mailAddresses(text: string): Iterable<FoundPersonal> {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST_LOCAL && /[\w.+%-]/.test(text[start - 1] ?? '')) start--;
    while (start < at && /[.%+-]/.test(text[start] ?? '')) start++;
    const domain = /^[a-z0-9](?:[a-z0-9-]{0,62}\.){1,6}[a-z]{2,18}(?![\w@-])/i.exec(text.slice(at + 1, at + 160))?.[0];
    const local = text.slice(start, at);
    if (local.length < 2 || domain === undefined || !/[a-z]/i.test(local)) continue;
    if (ROLES.test(local) || EXAMPLE_DOMAIN.test(domain) || NO_DOMAIN.test(domain)) continue;
    // `https://user@host` and `pip install git+ssh://git@…` name no mailbox.
    if (/[:/]$/.test(text.slice(Math.max(0, start - 1), start))) continue;
    yield { what: 'mail-address', start, end: at + 1 + domain.length };
    const name = DISPLAYED.exec(text.slice(Math.max(0, start - LONGEST_NAME), start));
    if (name?.[1] !== undefined) {
      const from = start - name[0].length;
      yield { what: 'user-name', start: from, end: from + name[1].length };
    }
  }
}

const PRIVATE = /(?<![\w.=@-])(10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d)/g;
/** What stands near an address, and not near a version. */
const NEAR_ADDRESS =
  /(?:\/\/|\b(?:addr|inet|ip|host|server|node|worker|scheduler|master|tcp|udp|connect\w*|listen\w*|port|from|at|on|bind|rank|ping|ssh|route|gateway)\b[^\n]{0,24})$/i;
const INTERNAL_HOST =
  /(?<=:\/\/|@|\s|"|')((?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}(?:internal|corp|lan|intranet|local|home\.arpa|private))(?=[:/]|["'\s),]|$)/gim;

function* internalAddresses(text: string): Iterable<FoundPersonal> {
  for (const { 0: all, index } of text.matchAll(PRIVATE)) {
    const end = index + all.length;
    const octets = all.split('.').map(Number);
    if (octets.some(octet => octet > 255)) continue;
    const isSure = !all.startsWith('10.') || /^(?::\d{2,5}|\/\d{1,2})\b/.test(text.slice(end, end + 7));
    if (isSure || NEAR_ADDRESS.test(text.slice(Math.max(0, index - 40), index)))
      yield { what: 'internal-address', start: index, end };
  }
  if (!/\.(?:internal|corp|lan|intranet|local|home\.arpa|private)\b/i.test(text)) return;
  for (const match of text.matchAll(INTERNAL_HOST)) {
    const host = match[1] ?? '';
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    const after = text[match.index + host.length] ?? '';
    const isNamed =
      before.endsWith('://') ||
      /\bhost(?:name)?["']?\s?[=:]\s?["']$/i.test(text.slice(Math.max(0, match.index - 14), match.index)) ||
      before.endsWith('@') ||
      /^:\d/.test(text.slice(match.index + host.length, match.index + host.length + 2));
    // Bare, a name with dots may be a module's: only what is certain to be a host counts.
    if (!isNamed && !/^ip-\d+-\d+-\d+-\d+\.|\.(?:corp|intranet|lan|home\.arpa)$/i.test(host)) continue;
    if (/^(?:metadata\.google|host\.docker|kubernetes\.docker)\.internal$/i.test(host) || after === '(') continue;
    yield { what: 'internal-address', start: match.index, end: match.index + host.length };
  }
}
