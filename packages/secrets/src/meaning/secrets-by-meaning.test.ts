import { deepEqual } from 'node:assert/strict';
import { inventSecrets } from '../invented-secrets.js';
import { secretsByMeaning } from './secrets-by-meaning.js';

const invent = inventSecrets(31);
const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const KINDS = {
  hex32: () => invent.draw('0123456789abcdef', 32),
  hex40: () => invent.draw('0123456789abcdef', 40),
  key: () => invent.draw(ALL, 40),
  uuid: () => invent.like(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/),
  password: () => invent.like(/[A-Z][a-z]{3}\d{2}[!#^*][a-z]{3}\d{2}/),
  base64: () => `${invent.draw(`${ALL}+/`, 43)}=`
} as const;

/** Forms in which a credential stands, `§` for the value, by what kind of value it is. */
const FORMS: Readonly<Record<keyof typeof KINDS, readonly string[]>> = {
  hex40: [
    'wandb.login(key="§")',
    "os.environ['WANDB_API_KEY'] = '§'",
    '!wandb login §',
    '%env WANDB_API_KEY=§',
    'export WANDB_API_KEY=§',
    'WANDB_API_KEY=§\n',
    'wandb_key = "§"',
    'dg = DeepgramClient(api_key="§")'
  ],
  hex32: [
    '{"username": "trainer", "api_key": "§"}',
    'api.set_config_value("kaggle_key", "§")',
    'os.environ["KAGGLE_KEY"] = "§"',
    'openai.api_key = "§"',
    'client = AzureOpenAI(azure_endpoint=url, api_key="§")',
    'AZURE_OPENAI_KEY: "§"',
    'r = requests.get(f"https://api.acme.io/v1?api_key=§&q={city}")',
    'headers = {"Ocp-Apim-Subscription-Key": "§"}'
  ],
  key: [
    'co = cohere.Client("§")',
    'token = "§"',
    'TOKEN: str = "§"',
    'auth_token: Optional[str] = "§"',
    'def connect(host, api_key="§"):',
    'client = Client(host, token="§")',
    'config = {"secret_key": "§"}',
    'headers = {"Authorization": "Bearer §"}',
    "headers = {'X-API-Key': '§'}",
    '!curl -H "Authorization: Bearer §" https://api.acme.io/v1',
    '!curl -H "X-Api-Key: §" https://api.acme.io/v1',
    'parser.add_argument("--api-key", type=str, default="§")',
    '@click.option("--token", default="§")',
    'os.environ.setdefault("QDRANT_API_KEY", "§")',
    'key = os.getenv("WEAVIATE_API_KEY", "§")',
    'api_key: str = Field(default="§")',
    'SECRET = SecretStr("§")',
    'aws_session = boto3.Session(aws_secret_access_key="§")',
    'AzureKeyCredential("§")',
    'apiKey: "§",',
    'api_key = §',
    'secret_key: §\n',
    '"source": ["API_KEY = \\"§\\"\\n"]',
    'huggingface-cli login --token §',
    'app.config["SECRET_KEY"] = "§"',
    'password="§"',
    '--api-key §',
    'token="""§"""'
  ],
  uuid: ['pinecone.init(api_key="§", environment="us-west1")', 'client_secret = "§"', 'API_KEY=§\n'],
  password: [
    'password = "§"',
    "PASSWORD = '§'",
    'db_password: "§"',
    'conn = psycopg2.connect(host="db", user="ml", password="§")',
    'server.login(user, "§")',
    'server.login("me@acme.io", "§")',
    'requests.get(url, auth=("trainer", "§"))',
    'auth = HTTPBasicAuth("trainer", "§")',
    'create_engine("postgresql+psycopg2://trainer:§@db.acme.io/models")',
    'redis.from_url("redis://:§@cache.acme.io:6379/0")',
    'DB_PASSWORD=§\n',
    'export PGPASSWORD=§',
    '%env DB_PASSWORD=§',
    'password: §\n',
    '!curl -u trainer:§ https://files.acme.io/m.pt',
    '!sshpass -p §  scp a b',
    'conn_str = "Server=db.acme.io;Uid=ml;Pwd=§;"',
    "CREATE USER ml IDENTIFIED BY '§'",
    'mysql --password=§ models',
    'parser.add_argument("--password", default="§")',
    'password: str = "§"'
  ],
  base64: ['account_key = "§"', 'SharedAccessKey=§;', 'ENCRYPTION_KEY = "§"', "fernet_key = '§'"]
};

/** A password with quotes and backslashes, as it is written, `§` for letters drawn; and what of it is found. */
const ESCAPED: readonly (readonly [form: string, value: string])[] = [
  [String.raw`password = "§\"7Q\\x!"`, String.raw`§\"7Q\\x!`],
  [String.raw`PASSWORD = '§\'7Qx!'`, String.raw`§\'7Qx!`],
  [String.raw`password = "§'7Qx!"`, `§'7Qx!`],
  [String.raw`db_password = r"§\7Qx!"`, String.raw`§\7Qx!`],
  [String.raw`password = r'§\w7"Qx!'`, String.raw`§\w7"Qx!`],
  [String.raw`password = """§"7Qx!"""`, `§"7Qx!`],
  [String.raw`password = b"§\\7Qx!"`, String.raw`§\\7Qx!`],
  [String.raw`connect(host="db", user="ml", password='§"7Qx!')`, `§"7Qx!`],
  [String.raw`config = {'password': '§"7Qx!'}`, `§"7Qx!`],
  [String.raw`{"password": "§\"7Qx!"}`, String.raw`§\"7Qx!`]
];

/** Where a credential would stand, and quotes and backslashes do. */
const QUOTED_OTHERWISE: readonly string[] = [
  String.raw`password = "C:\Users\ml\pass1.txt"`,
  String.raw`password = r"^\w+\d{3}!$"`,
  String.raw`password = r"\d+[A-Z]x"`,
  String.raw`password = "it's"`,
  String.raw`password = "don't tell 7 people!"`,
  String.raw`password = "'" + value + "'"`,
  String.raw`sql = "password='" + value + "', role='R7'"`,
  String.raw`line = "password=\"" + value + "\""`,
  String.raw`password = "\n\t7Ax!"`,
  String.raw`password = "'Aa7x!bcd'"`,
  String.raw`password = "pa\"ss\\word"`,
  String.raw`token = "Aa7'x!bcd"`,
  String.raw`password = f"{user}'s7X!"`
];

describe('passwords with quotes and backslashes', () => {
  for (const [form, value] of ESCAPED) {
    it(`finds ${form}`, () => {
      for (let round = 0; round < 5; round++) {
        const letters = invent.like(/[bcdfghj]{3}[KLM][bcdfghj]/);
        const text = `x = 1\n${form.replace('§', letters)}\ny = "z"\n`;
        deepEqual(
          secretsByMeaning(text).map(({ start, end }) => text.slice(start, end)),
          [value.replace('§', letters)],
          text
        );
      }
    });
  }

  for (const text of QUOTED_OTHERWISE) it(`leaves ${text}`, () => deepEqual(secretsByMeaning(text), []));
});

describe('credentials by what they are used for', () => {
  for (const [kind, forms] of Object.entries(FORMS) as [keyof typeof KINDS, readonly string[]][]) {
    for (const form of forms) {
      it(`finds ${form.trim()} (${kind})`, () => {
        for (let round = 0; round < 5; round++) {
          const value = KINDS[kind]();
          const text = `# 😀\nx = 1\n${form.replace('§', value)}`;
          deepEqual(
            secretsByMeaning(text).map(({ start, end }) => text.slice(start, end)),
            [value],
            text
          );
        }
      });
    }
  }
});
