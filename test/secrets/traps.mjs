// What looks like a credential and is none: the kinds that real code is full of, each in the form in which it stands there. `§…§` stands for a
// text of that shape.
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { cell, markdown, notebookOf, output, python } from './forms.mjs';

const html = text => [
  'a.ipynb',
  notebookOf([{ source: 'x', outputs: [{ output_type: 'display_data', data: { 'text/html': text }, metadata: {} }] }])
];
const image = text => [
  'a.ipynb',
  notebookOf([{ source: 'x', outputs: [{ output_type: 'display_data', data: { 'image/png': text }, metadata: {} }] }])
];
const attached = text => [
  'a.ipynb',
  notebookOf([{ kind: 'markdown', source: `![a](attachment:a.png)\n![b](data:image/png;base64,${text})` }])
];
const colab = text => ['a.ipynb', notebookOf([{ source: '1' }], { colab: { authorship_tag: text, provenance: [] } })];
const file = name => text => [name, text];

const TRAPS = [
  ['hf_token = "hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"', python],
  ['login(token="hf_YourTokenGoesHereXXXXXXXXXXXXXXXX")', cell],
  ['login(token="<YOUR_TOKEN>")', cell],
  ['KEY = <YOUR-KEY>', cell],
  ['openai.api_key = "sk-..."', cell],
  ['os.environ["OPENAI_API_KEY"] = "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"', cell],
  ['OPENAI_API_KEY=your_api_key_here\n', file('.env')],
  ['OPENAI_API_KEY=${OPENAI_API_KEY}\nDB_PASSWORD=\n', file('.env')],
  ['db:\n  password: ${DB_PASSWORD}\n  user: trainer\n', file('db.yaml')],
  ['password: "{{ vault_db_password }}"\n', file('play.yaml')],
  ['api_key = os.environ["OPENAI_API_KEY"]', python],
  ['token = userdata.get("HF_TOKEN")', cell],
  ['password = getpass.getpass("Database password: ")', cell],
  ['api_key = st.secrets["OPENAI_API_KEY"]', python],
  ['token = dbutils.secrets.get(scope="ml", key="hf-token-production")', cell],
  ['secret = client.get_secret_value(SecretId="prod/models/db-password-2024")', python],
  ['api_key = config["services"]["openai"]["api_key"]', python],
  ['password = input("Password: ")', cell],
  ['%env HF_TOKEN=$HF_TOKEN', cell],
  ['!curl -H "Authorization: Bearer $TOKEN" https://api.acme.io', cell],
  ['!wandb login', cell],
  ['headers = {"Authorization": f"Bearer {token}"}', python],
  ['create_engine(f"postgresql://{user}:{password}@{host}/rows")', python],
  ['create_engine("postgresql://user:password@localhost:5432/rows")', python],
  ['create_engine("postgresql://postgres:postgres@db:5432/rows")', python],
  ['url = "https://user:pass@example.com/models"', python],
  ['MongoClient("mongodb+srv://<username>:<password>@cluster0.mongodb.net/")', python],
  ['tokenizer.add_special_tokens({"pad_token": "[PAD]", "sep_token": "[SEP]"})', python],
  ['tokenizer.pad_token = "<|finetune_right_pad_id|>"', python],
  ['eos_token = "<|eot_id|>"; bos_token = "<|begin_of_text|>"', python],
  ['IMAGE_TOKEN = "<image_soft_token_256x256>"', python],
  ['next_token = "§[A-Za-z0-9]{40}§"', python],
  ['page_token="§[A-Za-z0-9_-]{44}§"', python],
  ['csrf_token = "§[A-Za-z0-9]{64}§"', python],
  ['TOKEN_COL = "token_embeddings_v2"; KEY_COL = "primary_key_id_2"', python],
  ['password_field = "user_password_hash_sha256"', python],
  ['PASSWORD_REGEX = r"^(?=.*[A-Z])(?=.*[0-9]).{8,}$"', python],
  ['assert password != "", "Password must not be empty1!"', python],
  ['error = "Invalid API key provided: check OPENAI_API_KEY"', python],
  ['revision="§[0-9a-f]{40}§"', python],
  ['AutoModel.from_pretrained("org/model", revision="§[0-9a-f]{40}§", token=token)', cell],
  ['!git checkout §[0-9a-f]{40}§', cell],
  ['pip install git+https://github.com/example-org/lib@§[0-9a-f]{40}§', markdown],
  ['sha256 = "§[0-9a-f]{64}§"', python],
  ['known_hash="md5:§[0-9a-f]{32}§"', python],
  ['urlretrieve(url, "m.pt"); assert md5("m.pt") == "§[0-9a-f]{32}§"', cell],
  ['_KEY_HASHES = {"train": "§[0-9a-f]{40}§", "test": "§[0-9a-f]{40}§"}', python],
  ['cache_key = "§[0-9a-f]{32}§"', python],
  ['partition_key = "2024-01-15#region#eu-west-1"', python],
  ['s3.put_object(Bucket="models", Key="runs/2024/09/model-v12.3.safetensors")', python],
  ['sorted(rows, key="created_at_timestamp_2024")', python],
  ['df.set_index(keys="customer_id_1234567890")', python],
  ['public_key = "§[A-Za-z0-9+/]{60}§"', python],
  ['ssh-rsa AAAAB3NzaC1yc2E§[A-Za-z0-9+/]{200}§ me@laptop', markdown],
  ['-----BEGIN PUBLIC KEY-----\n§[A-Za-z0-9+/]{64}§\n-----END PUBLIC KEY-----', markdown],
  ['run_id = "§[0-9a-f]{32}§"', python],
  ['experiment_key="§[0-9a-f]{32}§"', cell],
  ['View run at https://wandb.ai/example-org/p/runs/§[a-z0-9]{8}§\n', output],
  ['id: §[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}§', output],
  ['session = "§[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}§"', python],
  ['§ABX9Ty[A-Za-z0-9]{22}§', colab],
  ['§iVBORw0KGgo[A-Za-z0-9+/]{3000}§', image],
  ['§iVBORw0KGgo[A-Za-z0-9+/]{3000}§', attached],
  ['<img src="data:image/png;base64,§iVBORw0KGgo[A-Za-z0-9+/]{2000}§">', html],
  ['<div id="sk-container-id-12" class="sk-top-container sk-parallel-item sk-estimator-id-34">', html],
  ['<script src="https://cdn.acme.io/x.js" integrity="sha384-§[A-Za-z0-9+/]{64}§"></script>', html],
  ['sequence = "§[ACGT]{80}§"', python],
  ['protein = "§[ACDEFGHIKLMNPQRSTVWY]{60}§"', python],
  ['smiles = "CC(C)Cc1ccc(cc1)C(C)C(=O)O.CN1C=NC2=C1C(=O)N(C(=O)N2C)C"', python],
  ['role = "arn:aws:iam::123456789012:role/service-role/AmazonSageMaker-ExecutionRole-20240101T000000"', python],
  [
    'url = "https://b.s3.amazonaws.com/k?X-Amz-Credential=§AKIA[A-Z2-7]{16}§%2F20200101&X-Amz-Signature=§[0-9a-f]{64}§"',
    python
  ],
  [
    'aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"',
    python
  ],
  ['model = "meta-llama/Llama-3.1-8B-Instruct"; key = "unsloth/Qwen2.5-VL-7B-Instruct-bnb-4bit"', python],
  ['secret_model_name = "claude-3-5-sonnet-20241022"; api_model = "gpt-4o-2024-08-06"', python],
  ['token_classifier = "dslim/bert-base-NER-uncased-v2-finetuned"', python],
  ['auth = "oauth2"; auth_type = "service_account_v2_beta1"', python],
  ['"private_key_id": "§[0-9a-f]{40}§"', file('about.json')],
  ['{"name": "a", "integrity": "sha512-§[A-Za-z0-9+/]{86}§=="}', file('web.json')],
  ['{"<pad>": 0, "token": 1, "password": 2, "secretkey": 3, "Ġapi": 4}', file('vocab.json')],
  [
    '{"tokenizer_class": "LlamaTokenizerFast", "pad_token": "<|reserved_special_token_250|>"}',
    file('tokenizer_config.json')
  ],
  ['repos:\n  - repo: https://github.com/astral-sh/ruff\n    rev: §[0-9a-f]{40}§\n', file('hooks.yaml')],
  ['env:\n  TOKEN: ${{ secrets.HF_TOKEN_PRODUCTION_1 }}\n', file('ci.yaml')],
  ['[tool.poetry]\nname = "keyring"\nauthors = ["A <a@example.org>"]\n', file('p.toml')],
  ['password = os.getenv("DB_PASSWORD", "changeme")', python],
  ['parser.add_argument("--token", default=None, help="token=abc123 for the hub")', python],
  ['parser.add_argument("--password", default="", help="as in Password123 or so")', python],
  ['def login(user: str, password: str = "") -> Token: ...', python],
  ['@patch("service.client.api_key", "test-key-1")', python],
  ['client = Client(api_key="test")', python],
  ['API_KEY = "abcdefghijklmnopqrstuvwxyz123456"', python],
  ['SECRET_KEY = "django-insecure-change-me-before-production-1"', python],
  ['token = "12345678901234567890"', python],
  ['password = "password123"', python],
  ['password = "********"', python],
  ['Password: ········\n', output],
  ['login successful, token is valid (permission: fineGrained).\n', output],
  ['The token `training-2024` has been saved to /root/.cache/huggingface/stored_tokens\n', output],
  ["KeyError: 'OPENAI_API_KEY'\n", output],
  ["Token(text='Berlin', position=3, tag='LOC', score=0.9987)\n", output],
  ['token: 128001, logprob: -0.00012, bytes: [60, 124, 101]\n', output],
  ['Use `Authorization: Bearer <token>` as the header.', markdown],
  ['Get a key at https://platform.openai.com/api-keys and paste it below.', markdown],
  ['`api_key` (`str`, *optional*): the key, as in `sk-proj-abc123`.', markdown]
];

/** Every trap: what it is, the file's name and text. The same seed makes the same. */
export function traps(seed = 2) {
  const invent = inventSecrets(seed);
  return TRAPS.map(([form, make]) => {
    const [name, text] = make(form.replace(/§(.+?)§/g, (_, shape) => invent.like(new RegExp(shape))));
    return { what: form, file: name, text };
  });
}
