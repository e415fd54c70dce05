/** A text that stands where a credential would: after a name, in a call, a header, an address. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** What it is given to: a variable, parameter, key, option or function, as written. */
  readonly name: string;
  /** What stands there, where that is written otherwise in a string: `a"b` for `a\\"b`. */
  readonly value?: string;
  /** `quoted`: a whole string; `plain`: up to the next space; `address`: the password of one. */
  readonly form: 'quoted' | 'plain' | 'header' | 'address' | 'call';
}

/** Names end at these words, and only there is looked further. */
const WORD =
  /(?:key|token|secret|pass(?:word|wd|phrase|code|wort)?|pwd|pw|psw|pat|auth|authorization|bearer|jwt)(?:_?\d{1,2}|_[a-z]{2,10}){0,2}(?![a-z0-9])/gi;
const LONGEST_NAME = 60;
const OPERATOR = String.raw`(?:\\?["'])?\s?\]?(?:\s?:\s?[A-Za-z_][\w.[\], |]{0,40})?[ \t]{0,20}(?::=|=>|=|:|,|\|\|)\s{0,20}`;
/** \`SecretStr("…")\`, \`typer.Option("…")\`, \`Field(default="…")\`. */
const WRAPPER = String.raw`(?:[\w.]{1,40}\(\s?(?:default\s?=\s?)?)?`;
const QUOTED = String.raw`[rRbBuU]{0,2}("""|'''|\\?["'])([^"'\\\r\n]{6,400})\1`;
/** What may stand between a name and its value, and the value. */
export const QUOTED_TAIL = new RegExp(`${OPERATOR}${WRAPPER}${QUOTED}`, 'y');
/** The same where quotes or backslashes stand in the value. */
export const ESCAPED_TAIL = new RegExp(
  `${OPERATOR}${WRAPPER}(${String.raw`[rRbBuU]{0,2}`})${String.raw`("""|'''|["'])((?:(?!\2)[^\\\s]|\\[!-~]){6,130})\2`}`,
  'y'
);
const PLAIN_TAIL =
  /(?:\\?["'])?\s?\]?[ \t]{0,20}(?:=|:|[ \t])[ \t]{0,20}([^\s"'`,;&(){}[\]<>\\]{6,400})(?=$|[\s"'`,;&)}\\<])/y;

/** What follows a name of a credential. */
function* named(text: string): Iterable<Candidate> {
  WORD.lastIndex = 0;
  for (const match of text.matchAll(WORD)) {
    const after = match.index + match[0].length;
    const name = nameUpTo(text, match.index) + match[0];
    QUOTED_TAIL.lastIndex = after;
    const quoted = QUOTED_TAIL.exec(text);
    if (quoted?.[2] !== undefined) {
      const end = after + quoted[0].length - (quoted[1]?.length ?? 0);
      // Beside each other in a list, words name nothing; `setenv("HF_TOKEN", "…")` does.
      if (/^\\?["']\s?,/.test(quoted[0]) && !/[\w][_-][\w]/.test(name)) continue;
      yield { start: end - quoted[2].length, end, name, form: 'quoted' };
      continue;
    }
    ESCAPED_TAIL.lastIndex = after;
    const escaped = ESCAPED_TAIL.exec(text);
    if (escaped?.[3] !== undefined) {
      const [whole, flags = '', quote = '', written] = escaped;
      const end = after + whole.length - quote.length;
      const value = withoutEscapes(written, flags);
      if (value !== undefined) yield { start: end - written.length, end, name, value, form: 'quoted' };
      continue;
    }
    PLAIN_TAIL.lastIndex = after;
    const plain = PLAIN_TAIL.exec(text);
    if (plain?.[1] !== undefined) {
      const end = after + plain[0].length;
      yield { start: end - plain[1].length, end, name, form: 'plain' };
    }
  }
}

/** The value of a string with these letters before it; undefined where more than quotes and backslashes is escaped. */
export function withoutEscapes(written: string, flags = ''): string | undefined {
  if (/r/i.test(flags)) return written;
  const isMore = /\\[abfnrtvxuUN0-7]/.test(written.replace(/\\[\\"']/g, ''));
  return isMore ? undefined : written.replace(/\\([\\"'])/g, '$1');
}

/** What of a name stands before that offset. */
function nameUpTo(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && offset - start < LONGEST_NAME && isOfName(text.charCodeAt(start - 1))) start--;
  return text.slice(start, offset);
}

/** Letters, digits and `_ . $ -`. */
function isOfName(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 45 && code <= 57 && code !== 47) ||
    code === 95 ||
    code === 36
  );
}

interface Place {
  readonly pattern: RegExp;
  readonly form: Candidate['form'];
  /** What it is given to, where no group says. */
  readonly name?: string;
}

/** The last group is the value, the one before it, where there are two, what it is given to. */
const PLACES: readonly Place[] = [
  // login("…"), login(user, "…"), ngrok.set_auth_token("…"), AzureKeyCredential("…"), OpenAI("…")
  {
    pattern:
      /((?:login|authenticate|(?:set|add)_(?:\w{1,12}_)?(?:token|key)|authtoken|KeyCredential|ApiKey|TokenCredential|TokenAuth|BasicAuth|DigestAuth|OpenAI|Groq|Anthropic|Client|Mistral|Pinecone|Together|Roboflow|HfApi|Github|Gitlab))\(\s{0,8}["']([^"'\\\s]{8,400})["']\s{0,8}\)/dg,
    form: 'call'
  },
  {
    pattern:
      /((?:login|authenticate|BasicAuth|DigestAuth|auth\s?=\s?))\(\s{0,8}(?:["'][^"'\\\n]{1,100}["']|[\w.]{1,60})\s{0,8},\s{0,8}["']([^"'\\\r\n]{6,200})["']\s{0,8}\)/dg,
    form: 'call',
    name: 'password'
  },
  // add_argument("--token", type=str, default="…")
  {
    pattern:
      /(?:add_argument|option|Option)\(\s{0,20}(?:["']-\w["'],\s{0,8})?["']-{0,2}([\w-]{0,40}(?:key|token|secret|pass|password|pwd))["'][^()]{0,300}?default\s?=\s?["']([^"'\\\r\n]{6,200})["']/dg,
    form: 'quoted'
  },
  // Authorization: Bearer …
  {
    pattern: /\b(Bearer|Basic|Token|Bot|ApiKey|Api-Key|SSWS|Key)[ \t]{1,4}([\w\-.~+/|:]{16,400}={0,2})(?![\w\-.~+/])/dg,
    form: 'header'
  },
  // scheme://user:password@host
  {
    pattern: /(?<=[a-z0-9]):\/\/[^\s:/@"'`<>{}$]{0,80}:([^\s/@"'`<>{},]{3,120})@[\w-]/dgi,
    form: 'address',
    name: 'password'
  },
  // curl -u user:password, sshpass -p …
  {
    pattern: /(?:\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[ =]["']?[^\s:"']{1,80}:)([^\s"'`$]{6,120})/dg,
    form: 'quoted',
    name: 'password'
  },
  { pattern: /\bsshpass[ \t]{1,4}-p[ \t]{0,4}["']?([^\s"'`$]{6,120})/dg, form: 'quoted', name: 'password' },
  // wandb login …, ngrok authtoken …, ngrok config add-authtoken …
  {
    pattern:
      /\b(wandb login|ngrok (?:config )?(?:add-)?authtoken|ngrok authtoken|clearml-init|roboflow login|huggingface-cli login)(?:[ \t]{1,4}--[\w-]{1,20}){0,3}[ \t]{1,4}["']?([\w-]{20,200})(?![\w-])/dg,
    form: 'call'
  },
  // Names that end otherwise
  { pattern: /[?&](?:appid|app_id|appkey)=([\w-]{16,64})(?![\w-])/dg, form: 'quoted', name: 'api_key' },
  {
    pattern: /\baccount\.key\.[\w.]{1,80}["']\s{0,4},\s{0,4}["']([^"'\\\s]{16,200})["']/dg,
    form: 'quoted',
    name: 'account_key'
  },
  // kaggle.json
  {
    pattern:
      /\\?["']username\\?["']\s{0,4}:\s{0,4}\\?["'][\w.-]{1,60}\\?["']\s{0,4},\s{0,4}\\?["']key\\?["']\s{0,4}:\s{0,4}\\?["']([0-9a-f]{32})\\?["']/dg,
    form: 'quoted',
    name: 'kaggle_key'
  },
  // IDENTIFIED BY '…'
  {
    pattern: /\b(?:IDENTIFIED BY|(?:USER|ROLE)[^;\n]{1,80}?PASSWORD)[ \t]{1,4}["']([^"'\\\n]{6,100})["']/dgi,
    form: 'quoted',
    name: 'password'
  },
  // machine api.wandb.ai login user password …
  {
    pattern: /\bmachine[ \t]+[\w.-]{1,80}\s{1,8}login\s{1,8}\S{1,80}\s{1,8}(password)\s{1,8}(\S{6,200})/dg,
    form: 'quoted'
  }
];

/** Every text in a place where a credential would stand, judged by nothing but the place. */
export function* candidates(text: string): Iterable<Candidate> {
  yield* named(text);
  for (const { pattern, form, name = '' } of PLACES) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.[match.length - 1] ?? [0, 0];
      yield { start, end, name: name || nameUpTo(text, match.index) + (match[1] ?? ''), form };
    }
  }
}
