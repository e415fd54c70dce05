import type { LoaderTraits } from './loader.js';
import type { Message } from './message.js';
import type { Place } from './place.js';
import type { Value } from './value.js';

/** A place that shows why a fact holds, with a sentence for it. */
export interface Evidence {
  readonly place: Place;
  readonly message: Message;
}

/** `possible`: the name is bound only in a later cell, or on one of several ways there. */
export type Sureness = 'certain' | 'possible';

interface FactBase {
  readonly place: Place;
  readonly evidence: readonly Evidence[];
  readonly sureness: Sureness;
}

/** How an argument came to its parameter; `unpacked` came in by `**{…}`. */
export interface Argument {
  readonly value: Value;
  readonly form: 'keyword' | 'positional' | 'unpacked';
  /** The argument as written: `weights_only=False`, a positional value, a pair of the dictionary. */
  readonly place: Place;
  /** Where another module holds the dictionary: the pair there; `place` is the call's callee then. */
  readonly elsewhere?: Place;
}

/** A call with its arguments bound by name. Intents name a call by its `place`. */
export interface Call {
  /** The qualified name of what is called, aliases undone: `torch.load`. */
  readonly callee: string;
  /** As the user wrote it: `t.load`. */
  readonly written: string;
  readonly place: Place;
  readonly calleePlace: Place;
  readonly arguments: ReadonlyMap<string, Argument>;
  /** Arguments beside those listed may be passed (`*args`, a `**kwargs` that is not known). */
  readonly open: boolean;
  /** Something else calls it, which is given it by this call (`map(torch.load, paths)`): no fix can rewrite its arguments. */
  readonly handedOn?: true;
}

/** Where the bytes of a load come from. */
export type Origin =
  | { readonly kind: 'written-here' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'hub'; readonly repository: string | undefined; readonly pinned: boolean }
  /** An address: http, https, s3, gs, hdfs … */
  | { readonly kind: 'http'; readonly url: string }
  /** Sent in by whoever uses the program; `by` names the way: `request.files`. */
  | { readonly kind: 'upload'; readonly by: string }
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'unknown' };

/** What a call does in a function of another module, beyond what is said in that module itself. */
interface Reached {
  /** The file of that module, as in `io_utils.py`. */
  readonly through?: string;
  /** With `through`: the arguments that this call decides, by their names there; the others are said in the module. */
  readonly told?: readonly string[];
}

/** This call deserialises. */
export interface Load extends FactBase {
  readonly kind: 'load';
  /** The row of the catalogue, a qualified name. */
  readonly loader: string;
  readonly traits: LoaderTraits;
  readonly call: Call;
  readonly origin: Origin;
  /** The path or address as the reader knows it: `ckpt.pt`. */
  readonly subject: string | undefined;
  /** The load stands in another module, in a function that this call enters; the file of that module, as in `io_utils.py`. */
  readonly through?: string;
  /** With `through`: the call there that loads, where the module alone says how. */
  readonly inside?: Place;
  /** The file's path where the program names it whole. */
  readonly file?: string;
  /** Just before, the program stops where the file has another checksum than the one that it names. */
  readonly checked?: true;
}

/** This call names a model or data set of a hub. */
export interface HubRef extends FactBase, Reached {
  readonly kind: 'model-ref' | 'dataset-ref';
  /** `torch-hub`: a repository of GitHub whose hubconf.py runs. */
  readonly hub: 'hugging-face' | 'torch-hub';
  readonly call: Call;
  /** False where the call leaves the choice to the library (`pipeline("summarization")`). */
  readonly named: boolean;
  /** `org/name`; unknown where it is not a literal. */
  readonly repository: Value;
  /** A hub, or a folder that the same program wrote, or a path. */
  readonly origin: Origin;
  readonly revision: Value | undefined;
  /** What a commit is given by: an argument of that name, a part of the repository's name, an entry of a dictionary in `packed`. */
  readonly pinnedBy: 'revision' | 'name' | 'dictionary' | 'nothing';
  readonly trustRemoteCode: Value | undefined;
  /** The library trusts code of the repository where it is not told. */
  readonly trustsByDefault?: true;
  /** Arguments that hold a dictionary of arguments for the call inside that loads: `model_kwargs`. */
  readonly packed: readonly string[];
}

/** This call or shell line brings bytes from outside. */
export interface Fetch extends FactBase, Reached {
  readonly kind: 'fetch';
  /** The function's qualified name, or the program: `urllib.request.urlretrieve`, `wget`, `git clone`. */
  readonly tool: string;
  readonly origin: Extract<Origin, { readonly kind: 'http' | 'hub' }>;
  /** A branch, tag or commit that is asked for, in the call or by a later `git checkout`. */
  readonly revision: string | undefined;
  /** The file or folder written, as the reader knows it; undefined where it stays in memory or is not known. */
  readonly destination: string | undefined;
  /** What arrives is compared with a checksum, as far as can be seen. */
  readonly checksum: boolean;
  /** False where certificates are not checked. */
  readonly tls: boolean;
  /** Python files of the repository are run, as the command that brings them says itself (`--trust-remote-code`). */
  readonly runsCode?: true;
  /** Undefined for a shell line. */
  readonly call: Call | undefined;
}

/** This call unpacks a tar archive, or one whose kind is not known, without a filter. */
export interface Unpack extends FactBase, Reached {
  readonly kind: 'unpack';
  readonly call: Call;
  readonly origin: Origin;
  /** The archive as the reader knows it; undefined where it has no name. */
  readonly subject: string | undefined;
}

/** From here on certificates are not checked: by a client that is made so, or by a setting. */
export interface UncheckedCertificates extends FactBase {
  readonly kind: 'unchecked-certificates';
  /** A call that says so, and which of its arguments does; undefined where something is assigned. */
  readonly call: Call | undefined;
  readonly argument: string | undefined;
}

/** This call writes a module of PyTorch whole: its class by name and all that the object holds, and not only its weights. */
export interface SavedModule extends FactBase {
  readonly kind: 'saved-module';
  readonly call: Call;
  /** The object as the user wrote it: `model`. */
  readonly object: string;
}

/** The program sets an environment variable of its own process. */
export interface Environment extends FactBase {
  readonly kind: 'environment';
  readonly name: string;
  readonly value: Value;
}

/** The program changes what loaders of a library do from there on, in the whole process. */
export interface LoadingSwitch extends FactBase {
  readonly kind: 'loading-switch';
  /**
   * `turns-off`: a call that turns a check off. `allows`: names that files may call, although only data is loaded. `replaces`: a
   * loader, by itself with its guard off. `defaults`: the loader's own defaults, so that its guard is off.
   */
  readonly how: 'turns-off' | 'allows' | 'replaces' | 'defaults';
  /** The function that is called, or the loader that is changed, by its qualified name. */
  readonly name: string;
  /** The same as the user wrote it. */
  readonly written: string;
  /** Qualified names that files may call. */
  readonly allowed: readonly string[];
  /** The argument that turns the guard off, without its value; undefined where it is a call. */
  readonly guard: string | undefined;
}

/** The program runs a command line that installs packages. */
export interface Install extends FactBase {
  readonly kind: 'install';
  /** As a shell gets it; `{}` stands for what is not known. */
  readonly command: string;
}

/**
 * A string of the program goes where a credential is expected. It is one if it looks like one, which is not judged here: from what
 * does, the engine makes a `Secret`, and no rule sees the others. The place is the string's content.
 */
export interface CredentialUse extends FactBase {
  readonly kind: 'credential-use';
  /** The string. It is in no finding. */
  readonly value: string;
  /** What it is given to: a parameter, key, header, attribute or variable. */
  readonly name: string;
  /** The function that is called, as its qualified name or as written; empty where nothing is. */
  readonly callee: string;
  /** What the catalogue says that goes there; undefined where only the name can tell. */
  readonly holds: 'password' | 'token' | 'secret' | 'api-key' | 'address' | undefined;
  /** The text that it is a part of, where all of that is known: an address put together. */
  readonly whole: string | undefined;
  /** It stands in a module of the workspace, in that statement: then the place is where it is used. */
  readonly elsewhere: { readonly place: Place; readonly statement: string } | undefined;
}

/** A credential in a text. The value itself is never kept: only its first characters and a salted hash. */
export interface Secret extends FactBase {
  readonly kind: 'secret';
  /** `huggingface`, `openai`, `aws`, `github` … */
  readonly provider: string;
  /** What it is, of a fixed list that the rules have words for: `hugging-face-token`. */
  readonly label: string;
  /** What gives it away: its shape; a place that names a service whose credentials look so; or only a place. */
  readonly by: 'shape' | 'service' | 'place';
  /** At most the first four characters, then `…`. */
  readonly masked: string;
  /** The environment variable that the code sets with it, or that the provider's own tools read. */
  readonly variable: string;
  /** Whose it is, as people call it, where the label leaves that open: `Groq`. */
  readonly name?: string;
  /** The page on which it is revoked, without https://, where that is known. */
  readonly revoke?: string;
  /** The file that it stands in, where that is another one: then the place is where it is used. */
  readonly file?: string;
  /** It stands in a program, so that a look-up could stand there; not in a text, settings or an output. */
  readonly inCode: boolean;
  /** Other places of the same document where the same value stands, in code and in outputs. */
  readonly others: readonly Place[];
  /** The same in cells of text and in metadata, where nothing can be looked up. */
  readonly texts: readonly Place[];
}

/** What a script does beyond showing something. */
export type ScriptAct =
  /** It sends code to the kernel, which runs it on the reader's machine. */
  | 'runs-kernel-code'
  /** It reads cookies, the browser's storage, or the server's token. */
  | 'reads-credentials'
  /** It makes code out of text: `eval`, `new Function`, `document.write`. */
  | 'makes-code'
  /** It brings more script from an address. */
  | 'brings-script';

/** Markup or script that does something in the page of whoever opens the notebook. */
export interface ActiveContent extends FactBase {
  readonly kind: 'active-content';
  /** `metadata`: the state of widgets. */
  readonly where: 'output' | 'text' | 'code' | 'metadata';
  /** `page`: HTML that is not known here, so that anything may be in it. */
  readonly form: 'script' | 'handler' | 'frame' | 'link' | 'plug-in' | 'page';
  /** Where it brings something from, as it is written. */
  readonly address: string | undefined;
  readonly does: readonly ScriptAct[];
  /** What the text is that is not known here: a file of that path, what is downloaded, or data put into it. */
  readonly made?: { readonly of: 'download' | 'data' } | { readonly of: 'file'; readonly path: string };
}

/** What a call shows: a text; one with `…` for what is put into it; or what comes from elsewhere. */
export type ShownContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'with-data'; readonly text: string }
  | { readonly kind: 'brought'; readonly origin: Origin };

/** This call puts HTML, a script or a frame into the page of whoever runs it. What is in it is not judged here. */
export interface Display extends FactBase {
  readonly kind: 'display';
  readonly shows: 'page' | 'script' | 'frame';
  /** Each of several that it may be, and of several that it shows. */
  readonly content: readonly ShownContent[];
}

/** What tells of a person or a machine, in an output or metadata; the text itself is not kept. */
export interface PersonalText extends FactBase {
  readonly kind: 'personal-text';
  readonly what: 'home-folder' | 'user-name' | 'host-name' | 'mail-address' | 'internal-address';
}

/** A stored output that is more than it should be: a table about people, or very long. */
export interface Output extends FactBase {
  readonly kind: 'output';
  /** Columns of a table whose names look personal; empty where it is the length that matters. */
  readonly columns: readonly string[];
  /** In UTF-16 units of the file. */
  readonly length: number;
}

/** Code cells whose results cannot come from running the notebook from top to bottom. */
export interface Execution extends FactBase {
  readonly kind: 'execution';
  readonly how: 'out-of-order' | 'not-run';
  /** So many cells are like that; the place is the first. */
  readonly cells: number;
}

/** A server is opened to others than its owner. */
export interface Exposure extends FactBase {
  readonly kind: 'exposure';
  readonly how: 'every-address' | 'no-password' | 'any-origin' | 'no-xsrf-check' | 'as-root';
  /** The option or setting as it is written: `--ip=0.0.0.0`. */
  readonly written: string;
}

/**
 * `# loadlight: ignore[LL101] -- reason`, the same in a cell's metadata (`loadlight.ignore`, whose place is there), or the
 * like of another tool: `# nosec B614`, `# noqa: S301`.
 */
export interface Suppression extends FactBase {
  readonly kind: 'suppression';
  /** Whose comment it is; those of other tools count only where the configuration honours them. */
  readonly tool: 'loadlight' | 'nosec' | 'noqa';
  /** Ids of that tool. Empty: every rule. */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /**
   * `line`: the 0-based lines it speaks of, `last` included. `part`: the whole source of the cell. `cell`: all of the cell
   * whose metadata says so, outputs and attachments too. `document`: the whole file or notebook.
   */
  readonly scope:
    | { readonly kind: 'line'; readonly line: number; readonly last: number }
    | { readonly kind: 'part' }
    | { readonly kind: 'cell' }
    | { readonly kind: 'document' };
}

/** A mistake in a configuration file. */
export interface ConfigurationMistake extends FactBase {
  readonly kind: 'configuration-mistake';
  readonly mistake: string;
  readonly args: Readonly<Record<string, string>>;
}

export type Fact =
  | Load
  | HubRef
  | Fetch
  | Unpack
  | UncheckedCertificates
  | SavedModule
  | Environment
  | LoadingSwitch
  | Install
  | CredentialUse
  | Secret
  | ActiveContent
  | Display
  | PersonalText
  | Output
  | Execution
  | Exposure
  | Suppression
  | ConfigurationMistake;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;
