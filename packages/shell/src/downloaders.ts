import { UNKNOWN_TEXT, type Download } from './effect.js';
import { hasAny, lastOf, readOptions, type Options, type OptionTable } from './options.js';
import { MODEL_PROGRAMS, modelOf } from './model-programs.js';
import { lastName, joinPaths } from './paths.js';

/** One thing that a command line brings. `path` is seen from the command's folder; `output` that it goes to standard output. */
export interface Brought {
  readonly download: Download;
  readonly path: string | undefined;
  readonly folder: boolean;
  readonly output: boolean;
}

type Downloader = (words: readonly string[]) => Brought[];

const WGET: OptionTable = {
  short: 'OPotTUieQwlARDaBSY',
  long: [
    ...['output-document', 'directory-prefix', 'output-file', 'tries', 'timeout', 'user-agent', 'header', 'input-file'],
    ...[
      'user',
      'password',
      'http-user',
      'http-password',
      'referer',
      'load-cookies',
      'save-cookies',
      'post-data',
      'wait'
    ]
  ]
};
const CURL: OptionTable = {
  short: 'oHdXuAebcFmCTxwrKQyYzEUDP',
  long: [
    ...['output', 'output-dir', 'header', 'data', 'request', 'user', 'user-agent', 'referer', 'cookie', 'cookie-jar'],
    ...[
      'form',
      'max-time',
      'connect-timeout',
      'retry',
      'retry-delay',
      'proxy',
      'write-out',
      'url',
      'data-raw',
      'range'
    ],
    ...[
      'limit-rate',
      'cacert',
      'cert',
      'key',
      'data-binary',
      'data-urlencode',
      'max-redirs',
      'speed-limit',
      'speed-time'
    ]
  ]
};
const ARIA2: OptionTable = {
  short: 'odxskjli',
  long: ['out', 'dir', 'header', 'max-connection-per-server', 'split', 'min-split-size', 'checksum', 'input-file']
};
const GDOWN: OptionTable = { short: 'O', long: ['output', 'id', 'proxy', 'speed', 'format', 'user-agent'] };
const HUB: OptionTable = {
  short: '',
  long: [
    'revision',
    'local-dir',
    'repo-type',
    'cache-dir',
    'token',
    'include',
    'exclude',
    'max-workers',
    'local-dir-use-symlinks'
  ]
};
const GIT_CLONE: OptionTable = {
  short: 'bojuc',
  long: ['branch', 'depth', 'origin', 'jobs', 'config', 'reference', 'template', 'filter', 'revision', 'shallow-since']
};
const AWS: OptionTable = {
  short: '',
  long: [
    'region',
    'profile',
    'endpoint-url',
    'exclude',
    'include',
    'acl',
    'storage-class',
    'request-payer',
    'output',
    'key',
    'bucket'
  ]
};
const GSUTIL: OptionTable = { short: 'oiuhIJLx', long: ['project', 'account'] };
const KAGGLE: OptionTable = {
  short: 'dcfpv',
  long: ['dataset', 'competition', 'file', 'path', 'version', 'file-name']
};

/** Programs that bring files, by name; the words are those behind it. Options are those of each program's manual. */
const DOWNLOADERS: ReadonlyMap<string, Downloader> = new Map<string, Downloader>([
  ['wget', wget],
  ['curl', curl],
  ['aria2c', aria2],
  ['gdown', gdown],
  ['huggingface-cli', hub],
  ['hf', hub],
  ['git', clone],
  ['aws', aws],
  ['gsutil', words => gsutil('gsutil', words)],
  ['gcloud', words => (words[0] === 'storage' ? gsutil('gcloud storage', words.slice(1)) : [])],
  ['azcopy', words => (words[0] === 'copy' || words[0] === 'cp' ? copied('azcopy', words.slice(1)) : [])],
  ['kaggle', kaggle]
]);

const MENTION = new RegExp(`\\b(${[...DOWNLOADERS.keys(), ...MODEL_PROGRAMS].join('|')})\\b|trust[-_]remote[-_]code`);

/** False promises that no command of the script brings a file. */
export function mayDownload(script: string): boolean {
  return MENTION.test(script);
}

/** What the program of that name brings; nothing where it is not known to bring any. */
export function broughtBy(program: string, words: readonly string[]): readonly Brought[] {
  const brought = DOWNLOADERS.get(program)?.(words) ?? served(program, words);
  // Words that nothing is known of may be options as well: together they are one address at most.
  const isUnknown = ({ download }: Brought): boolean => download.url === UNKNOWN_TEXT;
  const known = brought.filter(one => !isUnknown(one));
  return known.length > 0 ? known : brought.slice(0, 1);
}

function served(program: string, words: readonly string[]): Brought[] {
  const model = modelOf(program, words);
  if (!model) return [];
  const { repository, revision, runsCode } = model;
  return [below(from(model.tool, repository, { hub: 'model', revision, runsCode }), undefined)];
}

function from(tool: string, url: string, more: Partial<Download> = {}): Download {
  return { tool, url, hub: undefined, revision: undefined, checksum: false, tls: true, runsCode: false, ...more };
}

function file(download: Download, path: string | undefined): Brought {
  return { download, path, folder: false, output: path === '-' };
}

function below(download: Download, path: string | undefined): Brought {
  return { download, path, folder: true, output: false };
}

function inFolder(folder: string | undefined, name: string | undefined): string | undefined {
  return name === undefined ? undefined : joinPaths(folder ?? '', name);
}

function wget(words: readonly string[]): Brought[] {
  const options = readOptions(words, WGET);
  const tls = !hasAny(options, '--no-check-certificate');
  const named = lastOf(options, '-O', '--output-document');
  const folder = lastOf(options, '-P', '--directory-prefix');
  return options.operands.map(url => {
    const download = from('wget', withScheme(url), { tls });
    if (named === undefined && hasAny(options, '-r', '--recursive', '-m', '--mirror'))
      return below(download, folder ?? '');
    return file(download, named ?? inFolder(folder, lastName(url)));
  });
}

function curl(words: readonly string[]): Brought[] {
  const options = readOptions(words, CURL);
  const tls = !hasAny(options, '-k', '--insecure');
  const folder = lastOf(options, '--output-dir');
  const outputs = [...(options.given.get('-o') ?? []), ...(options.given.get('--output') ?? [])];
  const urls = [...(options.given.get('--url') ?? []), ...options.operands];
  const remote = hasAny(options, '-O', '--remote-name', '--remote-name-all');
  return urls.map((url, i) => {
    const download = from('curl', withScheme(url), { tls });
    if (outputs[i] !== undefined) return file(download, inFolder(folder, outputs[i]));
    return remote ? file(download, inFolder(folder, lastName(url))) : file(download, '-');
  });
}

function aria2(words: readonly string[]): Brought[] {
  const options = readOptions(words, ARIA2);
  const checksum = hasAny(options, '--checksum');
  const tls = lastOf(options, '--check-certificate') !== 'false';
  const folder = lastOf(options, '-d', '--dir');
  const name = lastOf(options, '-o', '--out');
  return options.operands.map(url =>
    file(from('aria2c', url, { checksum, tls }), inFolder(folder, name ?? lastName(url)))
  );
}

function gdown(words: readonly string[]): Brought[] {
  const options = readOptions(words, GDOWN);
  const given = lastOf(options, '--id') ?? options.operands[0];
  if (given === undefined) return [];
  const url = /^[\w-]{10,}$/.test(given) ? `https://drive.google.com/uc?id=${given}` : given;
  const download = from('gdown', url, { tls: !hasAny(options, '--no-check-certificate') });
  const path = lastOf(options, '-O', '--output');
  return [hasAny(options, '--folder') ? below(download, path) : file(download, path)];
}

function hub(words: readonly string[]): Brought[] {
  const [verb, ...rest] = words;
  if (verb !== 'download') return [];
  const options = readOptions(rest, HUB);
  const [repository, only] = options.operands;
  if (repository === undefined) return [];
  const type = lastOf(options, '--repo-type');
  const download = from(`hf download`, repository, {
    hub: type === 'dataset' || type === 'space' ? type : 'model',
    revision: lastOf(options, '--revision')
  });
  const folder = lastOf(options, '--local-dir');
  return [only !== undefined && folder !== undefined ? below(download, folder) : below(download, folder)];
}

function clone(words: readonly string[]): Brought[] {
  const { verb, rest, folder, tls } = gitCommand(words);
  const isLfs = verb === 'lfs' && rest[0] === 'clone';
  if (verb !== 'clone' && !isLfs) return [];
  const options = readOptions(isLfs ? rest.slice(1) : rest, GIT_CLONE);
  const [url, into] = options.operands;
  if (url === undefined) return [];
  const revision = lastOf(options, '--revision', '-b', '--branch');
  const onHub =
    /^(?:https?:\/\/|git@)(?:[^@/]*@)?(?:huggingface\.co|hf\.co)[/:](datasets\/|spaces\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      url
    );
  const kind = onHub?.[1] === 'datasets/' ? 'dataset' : onHub?.[1] === 'spaces/' ? 'space' : 'model';
  const download = from('git clone', onHub?.[2] ?? url, { hub: onHub ? kind : undefined, revision, tls });
  return [below(download, inFolder(folder, into ?? lastName(url.replace(/^git@[^:]*:/, '/'))?.replace(/\.git$/, '')))];
}

/** `git -C dir -c key=value verb …` told apart. */
export function gitCommand(words: readonly string[]): {
  verb: string | undefined;
  rest: readonly string[];
  folder: string | undefined;
  tls: boolean;
} {
  let folder: string | undefined;
  let tls = true;
  let i = 0;
  for (; i < words.length && words[i]?.startsWith('-'); i++) {
    if (words[i] === '-C') folder = words[++i];
    else if (words[i] === '-c' && /^http\.sslverify=(false|0)$/i.test(words[++i] ?? '')) tls = false;
  }
  return { verb: words[i], rest: words.slice(i + 1), folder, tls };
}

function aws(words: readonly string[]): Brought[] {
  const [service, verb, ...rest] = readOptions(words, AWS).operands;
  const options = readOptions(words, AWS);
  const tls = !hasAny(options, '--no-verify-ssl');
  if (service === 's3api' && verb === 'get-object') {
    const url = `s3://${lastOf(options, '--bucket') ?? '…'}/${lastOf(options, '--key') ?? '…'}`;
    return [file(from('aws s3api', url, { tls }), rest[0])];
  }
  if (service !== 's3' || !(verb === 'cp' || verb === 'sync' || verb === 'mv')) return [];
  const whole = verb === 'sync' || hasAny(options, '--recursive');
  return bucket(`aws s3`, rest, whole, tls);
}

function gsutil(tool: string, words: readonly string[]): Brought[] {
  const options = readOptions(words, GSUTIL);
  const [verb, ...rest] = options.operands;
  if (verb !== 'cp' && verb !== 'rsync' && verb !== 'mv') return [];
  return bucket(tool, rest, verb === 'rsync' || hasAny(options, '-r', '-R', '--recursive'), true);
}

function copied(tool: string, words: readonly string[]): Brought[] {
  const options: Options = readOptions(words, AWS);
  return bucket(tool, options.operands, hasAny(options, '--recursive'), true);
}

/** `cp remote … local`. */
function bucket(tool: string, operands: readonly string[], whole: boolean, tls: boolean): Brought[] {
  const to = operands.at(-1);
  return operands.slice(0, -1).flatMap(url => {
    if (to === undefined || !/^(s3|s3a|gs|https?):\/\//.test(url) || /^(s3|gs):\/\//.test(to)) return [];
    const download = from(tool, url, { tls });
    if (whole) return [below(download, to)];
    const isFolder = to === '.' || to === '..' || to.endsWith('/');
    return [isFolder ? file(download, inFolder(to, lastName(url))) : { ...file(download, to), folder: to !== '-' }];
  });
}

function kaggle(words: readonly string[]): Brought[] {
  const [subject, ...more] = words;
  const at = more.indexOf('download');
  if (at < 0 || (subject !== 'datasets' && subject !== 'competitions' && subject !== 'models' && subject !== 'kernels'))
    return [];
  const options = readOptions(more.slice(at + 1), KAGGLE);
  const name = lastOf(options, '-d', '--dataset', '-c', '--competition') ?? options.operands[0];
  if (name === undefined) return [];
  const download = from('kaggle', `https://www.kaggle.com/${subject}/${name}`);
  const folder = lastOf(options, '-p', '--path') ?? '';
  if (hasAny(options, '--unzip')) return [below(download, folder)];
  const only = lastOf(options, '-f', '--file');
  return [file(download, inFolder(folder, only ?? `${lastName(name) ?? ''}.zip`))];
}

/** wget and curl take a bare host for http. */
function withScheme(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || url.startsWith('…') ? url : `http://${url}`;
}
