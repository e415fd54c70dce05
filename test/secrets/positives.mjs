// Credentials as people leave them, with values invented at run time. The shapes are written down from the providers' own pages, apart from
// the scanner's table.
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { cell, markdown, output, python, TOKEN_FORMS } from './forms.mjs';

const mark = ['T3Blb', 'kFJ'].join('');
const key = (...pieces) => pieces.join('');

/** By name, what providers give out. */
const SHAPES = {
  'Hugging Face': /hf_[a-zA-Z]{34}/,
  'OpenAI project': new RegExp(key('sk-pr', 'oj-[a-zA-Z0-9]{74}', mark, '[a-zA-Z0-9]{74}')),
  'OpenAI service': new RegExp(key('sk-svc', 'acct-[a-zA-Z0-9]{58}', mark, '[a-zA-Z0-9]{58}')),
  'OpenAI, old': new RegExp(key('sk-[a-zA-Z0-9]{20}', mark, '[a-zA-Z0-9]{20}')),
  Anthropic: /sk-ant-api03-[a-zA-Z0-9_-]{92}[a-zA-Z0-9]AA/,
  'Anthropic admin': /sk-ant-admin01-[a-zA-Z0-9_-]{92}[a-zA-Z0-9]AA/,
  Groq: /gsk_[a-zA-Z0-9]{52}/,
  OpenRouter: /sk-or-v1-[a-f0-9]{64}/,
  DeepSeek: /sk-[a-f0-9]{32}/,
  'Stability AI': /sk-[a-zA-Z0-9]{48}/,
  xAI: /xai-[a-zA-Z0-9]{80}/,
  'Google API': /AIzaSy[a-zA-Z0-9_-]{32}[a-zA-Z0-9]/,
  'Google OAuth secret': /GOCSPX-[a-zA-Z0-9_-]{27}[a-zA-Z0-9]/,
  Replicate: /r8_[a-zA-Z0-9]{37}/,
  Perplexity: /pplx-[a-zA-Z0-9]{48}/,
  Fireworks: /fw_[a-zA-Z0-9]{24}/,
  Together: /tgp_v1_[a-zA-Z0-9_-]{42}[a-zA-Z0-9]/,
  NVIDIA: /nvapi-[a-zA-Z0-9_-]{63}[a-zA-Z0-9]/,
  Cerebras: /csk-[a-z0-9]{48}/,
  ElevenLabs: /sk_[a-f0-9]{48}/,
  'Azure AI': /[a-zA-Z0-9]{52}JQQJ99B[A-L]AC[a-zA-Z0-9]{5}XJ3w3AAA[A-Z]ACOG[a-zA-Z0-9]{4}/,
  'Azure storage': /DefaultEndpointsProtocol=https;AccountName=models;AccountKey=[a-zA-Z0-9+/]{86}==/,
  'Azure application': /[a-zA-Z0-9]{3}8Q~[a-zA-Z0-9_-]{33}[a-zA-Z0-9]/,
  Pinecone: /pcsk_[a-zA-Z0-9]{6}_[a-zA-Z0-9]{63}/,
  Tavily: /tvly-dev-[a-zA-Z0-9]{32}/,
  'Weights & Biases': /wandb_v1_[a-zA-Z0-9]{27}_[a-zA-Z0-9]{49}/,
  Kaggle: /KGAT_[a-f0-9]{32}/,
  LangSmith: /lsv2_pt_[a-f0-9]{32}_[a-f0-9]{10}/,
  Langfuse: /sk-lf-[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-a[a-f0-9]{3}-[a-f0-9]{12}/,
  Databricks: /dapi[a-f0-9]{32}/,
  Prefect: /pnu_[a-zA-Z0-9]{36}/,
  Airtable: /pat[a-zA-Z0-9]{14}\.[a-f0-9]{64}/,
  Notion: /ntn_[0-9]{11}[a-zA-Z0-9]{35}/,
  Supabase: /sbp_[a-f0-9]{40}/,
  'GitHub classic': /ghp_[a-zA-Z0-9]{36}/,
  'GitHub fine-grained': /github_pat_[a-zA-Z0-9]{22}_[a-zA-Z0-9]{59}/,
  GitLab: /glpat-[a-zA-Z0-9_-]{19}[a-zA-Z0-9]/,
  npm: /npm_[a-zA-Z0-9]{36}/,
  PyPI: /pypi-AgEIcHlwaS5vcmc[a-zA-Z0-9_-]{150}/,
  'Docker Hub': /dckr_pat_[a-zA-Z0-9_-]{26}[a-zA-Z0-9]/,
  'Slack bot': /xoxb-[0-9]{12}-[0-9]{12}-[a-zA-Z0-9]{24}/,
  'Slack webhook': /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{10}\/B[A-Z0-9]{10}\/[a-zA-Z0-9]{24}/,
  Telegram: /[0-9]{10}:AA[a-zA-Z0-9_-]{32}[a-zA-Z0-9]/,
  'Discord webhook': /https:\/\/discord\.com\/api\/webhooks\/[0-9]{18}\/[a-zA-Z0-9_-]{67}[a-zA-Z0-9]/,
  Stripe: /sk_live_[a-zA-Z0-9]{24}/,
  'Stripe, restricted': /rk_live_[a-zA-Z0-9]{24}/,
  SendGrid: /SG\.[a-zA-Z0-9_-]{21}[a-zA-Z0-9]\.[a-zA-Z0-9_-]{42}[a-zA-Z0-9]/,
  Mailgun: /key-[a-f0-9]{32}/,
  Mailchimp: /[a-f0-9]{32}-us12/,
  Twilio: /SK[a-f0-9]{32}/,
  DigitalOcean: /dop_v1_[a-f0-9]{64}/,
  Vault: /hvs\.[a-zA-Z0-9_-]{94}[a-zA-Z0-9]/,
  Terraform: /[a-zA-Z0-9]{14}\.atlasv1\.[a-zA-Z0-9_-]{66}[a-zA-Z0-9]/,
  Grafana: /glsa_[a-zA-Z0-9]{32}_[a-f0-9]{8}/,
  Sentry: /sntryu_[a-f0-9]{64}/,
  'New Relic': /NRAK-[A-Z0-9]{27}/,
  Postman: /PMAK-[a-f0-9]{24}-[a-f0-9]{34}/,
  Linear: /lin_api_[a-zA-Z0-9]{40}/,
  Alibaba: /LTAI5t[a-zA-Z0-9]{18}/,
  'AWS key id': /AKIA[A-Z2-7]{16}/
};

const HEX32 = /[0-9a-f]{32}/;
const HEX40 = /[0-9a-f]{40}/;
const KEY = /[a-zA-Z0-9]{40}/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}/;
const CHOSEN = /[A-Z][a-z]{4}[!#*^]\d{3}[a-z]{2}/;
const BASE64 = /[a-zA-Z0-9+/]{43}=/;

/** Values that no shape gives away, by what is written around them. */
const PLACED = [
  [HEX40, 'wandb.login(key="§")', python],
  [HEX40, 'import wandb\nwandb.login(key="§", relogin=True)', cell],
  [HEX40, '!wandb login §', cell],
  [HEX40, '%env WANDB_API_KEY=§', cell],
  [HEX40, 'os.environ["WANDB_API_KEY"]="§"', cell],
  [HEX40, "wandb_api_key = '§'", python],
  [HEX40, 'dagshub.auth.add_app_token("§")', cell],
  [HEX40, 'headers = {"Authorization": "Token §"}  # Label Studio', python],
  [HEX32, '{"username":"trainer","key":"§"}', text => ['kaggle.json', text]],
  [HEX32, '!echo \'{"username":"trainer","key":"§"}\' > ~/.kaggle/kaggle.json', cell],
  [HEX32, 'os.environ["KAGGLE_KEY"] = "§"', cell],
  [HEX32, 'openai.api_type = "azure"\nopenai.api_key = "§"', cell],
  [HEX32, 'AzureOpenAI(api_version="2024-06-01", api_key="§")', python],
  [HEX32, 'AZURE_OPENAI_API_KEY=§\n', text => ['.env', text]],
  [HEX32, 'subscription_key = "§"', python],
  [HEX32, 'MISTRAL_API_KEY = "§"', python],
  [HEX32, 'url = f"https://api.openweathermap.org/data/2.5/weather?q={city}&appid=§"', python],
  [HEX32, 'twilio = Client(account, auth_token="§")', python],
  [HEX32, 'assemblyai.settings.api_key = "§"', cell],
  [HEX32, 'client = ElevenLabs(api_key="§")', python],
  [KEY, 'co = cohere.Client("§")', cell],
  [KEY, 'co = cohere.ClientV2(api_key="§")', python],
  [KEY, 'auth_config = weaviate.auth.AuthApiKey("§")', python],
  [KEY, 'QdrantClient(url=url, api_key="§")', python],
  [KEY, 'NEPTUNE_API_TOKEN: "§"', text => ['neptune.yaml', text]],
  [KEY, 'mistral = MistralClient(api_key="§")', cell],
  [KEY, 'token = os.getenv("SERVICE_TOKEN", "§")', python],
  [KEY, 'os.environ.setdefault("COHERE_API_KEY", "§")', python],
  [KEY, 'parser.add_argument("--api_key", default="§", help="the key")', python],
  [KEY, 'parser.add_argument("--hub-token", type=str, required=False, default="§")', python],
  [KEY, '@dataclass\nclass Config:\n    api_token: str = "§"', python],
  [KEY, 'class Settings(BaseSettings):\n    openai_api_key: SecretStr = SecretStr("§")', python],
  [KEY, 'boto3.client("s3", aws_access_key_id=key, aws_secret_access_key="§")', python],
  [KEY, 'minio = Minio("s3.acme.io", access_key="trainer", secret_key="§")', python],
  [KEY, "requests.post(url, headers={'X-Api-Key': '§'})", python],
  [KEY, "requests.post(url, headers={'x-rapidapi-key': '§'})", python],
  [KEY, 'requests.get("https://api.acme.io/v1/rows?limit=5&access_token=§")', python],
  [KEY, 'Authorization: Bearer §\n', output],
  [KEY, 'SECRET_KEY = "§"', python],
  [KEY, 'app.secret_key = "§"', python],
  [KEY, 'client_secret="§",', python],
  [KEY, '!huggingface-cli login --token §', cell],
  [KEY, '!python train.py --api-key §', cell],
  [KEY, 'The api key is "§", so set `api_key="§"`.', markdown],
  [KEY, 'Settings(api_key="§", host="api.acme.io")', output],
  [KEY, 'consumer_secret = "§"', cell],
  [KEY, 'access_token_secret = "§"', cell],
  [KEY, 'bearer_token = "§"', cell],
  [KEY, 'spark.conf.set("fs.azure.account.key.models", "§")', python],
  [KEY, 'registry.login(password="§")', python],
  [UUID, 'pinecone.init(api_key="§", environment="us-east1-gcp")', cell],
  [UUID, 'SAMBANOVA_API_KEY=§\n', text => ['.env', text]],
  [UUID, 'client_secret: "§"', text => ['app.yaml', text]],
  [/2[a-zA-Z0-9]{26}_[a-zA-Z0-9]{21}/, '!ngrok authtoken §', cell],
  [/2[a-zA-Z0-9]{26}_[a-zA-Z0-9]{21}/, 'ngrok.set_auth_token("§")', cell],
  [/2[a-zA-Z0-9]{26}_[a-zA-Z0-9]{21}/, '!ngrok config add-authtoken §', cell],
  [/[a-zA-Z0-9]{20}/, 'rf = Roboflow(api_key="§")', cell],
  [/[a-zA-Z0-9]{25}/, 'experiment = comet_ml.Experiment(api_key="§", project_name="a")', cell],
  [/[0-9a-f]{42}/, 'hub.login("§")', cell],
  [/[A-Z0-9]{16}/, 'ALPHA_VANTAGE_API_KEY = "§"', python],
  [/[a-zA-Z0-9+/]{82}==/, 'NGC_API_KEY="§"', text => ['.env', text]],
  [CHOSEN, 'password = "§"', python],
  [CHOSEN, 'conn = psycopg2.connect(host="db.acme.io", user="ml", password="§")', python],
  [CHOSEN, 'pymysql.connect(host=host, user="ml", passwd="§", db="rows")', cell],
  [CHOSEN, 'engine = create_engine("postgresql+psycopg2://trainer:§@db.acme.io:5432/rows")', python],
  [CHOSEN, "engine = sqlalchemy.create_engine('mysql+pymysql://root:§@10.1.2.3/rows')", cell],
  [CHOSEN, 'client = MongoClient("mongodb+srv://trainer:§@cluster0.ab1cd.mongodb.net/")', python],
  [CHOSEN, 'r = redis.from_url("redis://:§@cache.acme.io:6379/0")', python],
  [CHOSEN, 'snowflake.connector.connect(user="ML", password="§", account="ab12345")', cell],
  [CHOSEN, 'server.login("trainer@acme.io", "§")', python],
  [CHOSEN, 'server.login(sender, "§")', cell],
  [CHOSEN, 'requests.get(url, auth=("trainer", "§"))', python],
  [CHOSEN, 'session.auth = HTTPBasicAuth("trainer", "§")', python],
  [CHOSEN, 'ssh.connect(host, username="trainer", password="§")', python],
  [CHOSEN, '%env PGPASSWORD=§', cell],
  [CHOSEN, '!sshpass -p "§" scp m.pt trainer@files.acme.io:', cell],
  [CHOSEN, '!curl -u trainer:§ -O https://files.acme.io/m.pt', cell],
  [CHOSEN, '!wget --user=trainer --password=§ https://files.acme.io/m.zip', cell],
  [CHOSEN, '!mysql -h db.acme.io --password=§ rows', cell],
  [CHOSEN, 'DB_PASSWORD=§\n', text => ['.env', text]],
  [CHOSEN, 'database:\n  user: trainer\n  password: §\n', text => ['db.yaml', text]],
  [CHOSEN, '[database]\npassword = §\n', text => ['db.ini', text]],
  [CHOSEN, '[database]\npassword = "§"\n', text => ['db.toml', text]],
  [CHOSEN, '{"db": {"user": "trainer", "password": "§"}}', text => ['db.json', text]],
  [CHOSEN, 'cs = "Driver={ODBC Driver 17};Server=db.acme.io;Uid=ml;Pwd=§;"', python],
  [CHOSEN, 'sql = "CREATE USER ml IDENTIFIED BY \'§\'"', python],
  [CHOSEN, 'parser.add_argument("--password", default="§")', python],
  [CHOSEN, 'Password: §', markdown],
  [CHOSEN, "Connecting with {'user': 'ml', 'password': '§'}", output],
  [CHOSEN, 'postgresql://trainer:§@db.acme.io/rows\n', output],
  [CHOSEN, 'DATABASE_URL=postgres://trainer:§@db.acme.io/rows\n', text => ['.env', text]],
  [/[A-Z][bcdfg]{4}\\"\d{3}![bcdfg]{2}/, 'password = "§"', python],
  [/[A-Z][bcdfg]{4}'\d{3}![bcdfg]{2}/, 'conn = psycopg2.connect(host="db.acme.io", user="ml", password="§")', cell],
  [/[A-Z][bcdfg]{4}\\\d{3}![bcdfg]{2}/, "mail_password = r'§'", python],
  [/[A-Z][bcdfg]{4}"\d{3}![bcdfg]{2}/, "db_password = '''§'''", cell],
  [/[A-Z][bcdfg]{4}\\"\d{3}![bcdfg]{2}/, '{"db": {"user": "trainer", "password": "§"}}', text => ['db.json', text]],
  [/[a-z]{4} [a-z]{4} [a-z]{4} [a-z]{4}/, 'GMAIL_APP_PASSWORD = "§"', python],
  [BASE64, 'FERNET_KEY = "§"', python],
  [BASE64, 'ENCRYPTION_KEY=§\n', text => ['.env', text]],
  [BASE64, 'conn = "Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=§"', python]
];

/** How many providers and forms there are. */
export const COUNTS = {
  providers: Object.keys(SHAPES).length,
  forms: Object.keys(TOKEN_FORMS).length,
  places: PLACED.length
};

const FORMS_EACH = 5;
const VALUES_EACH = 2;

/** Every positive: what it is, the file's name and text, and the value in it. The same seed makes the same. */
export function positives(seed = 1) {
  const invent = inventSecrets(seed);
  const forms = Object.entries(TOKEN_FORMS);
  const shaped = Object.entries(SHAPES).flatMap(([name, shape], i) =>
    Array.from({ length: FORMS_EACH }, (_, j) => {
      const [form, make] = forms[(i * FORMS_EACH + j * 7) % forms.length];
      const value = invent.like(shape);
      const [file, text] = make(value);
      return { what: `${name}, in ${form}`, file, text, value };
    })
  );
  const placed = PLACED.flatMap(([shape, form, make]) =>
    Array.from({ length: VALUES_EACH }, () => {
      const value = invent.like(shape);
      const [file, text] = make(form.replaceAll('§', () => value));
      return { what: form, file, text, value };
    })
  );
  return [...shaped, ...placed];
}
