// Credentials that are written in one place and used in another: only what happens to the value tells what it is. `§` stands for the value, a line
// `# %% file NAME` begins another file, `# %%` another cell. Values are invented at run time.
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { notebookOf } from './forms.mjs';

const HEX32 = /[0-9a-f]{32}/;
const HEX40 = /[0-9a-f]{40}/;
const KEY = /[a-zA-Z0-9]{40}/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}/;
const CHOSEN = /[A-Z][a-z]{4}[!#*^]\d{3}[a-z]{2}/;
const BASE64 = /[a-zA-Z0-9+/]{43}=/;

const POSITIVES = [
  // A name that says nothing, then a parameter that says all.
  [KEY, 'from acme import Client\n\nk = "§"\nclient = Client(api_key=k)'],
  [KEY, 'from acme import Client\n\nMINE = "§"\n\n\ndef connect():\n    return Client("eu", token=MINE)'],
  [KEY, 'import acme\n\nmine = value = "§"\nacme.connect(host="h", access_token=value)'],
  [KEY, 'import acme\n\nuser, mine = "trainer", "§"\nacme.connect(user, client_secret=mine)'],
  [KEY, 'import acme\n\nif (mine := "§"):\n    acme.connect(secret_key=mine)'],
  [KEY, 'import acme\n\nmine = "§" if acme.LIVE else None\nacme.connect(auth_token=mine)'],
  [KEY, 'import os\nimport acme\n\nmine = os.environ.get("MINE") or "§"\nacme.connect(api_key=mine)'],
  [KEY, 'import os\nimport acme\n\nacme.connect(api_key=os.environ.get("MINE", "§"))'],
  [CHOSEN, 'import psycopg2\n\nmine = "§"\nconn = psycopg2.connect(host="db.acme.io", user="ml", password=mine)'],
  [
    CHOSEN,
    'import paramiko\n\nP = "§"\nssh = paramiko.SSHClient()\nssh.connect("gpu.acme.io", username="ml", password=P)'
  ],
  // Positions of functions that are known.
  [HEX40, 'import wandb\n\nk = "§"\nwandb.login(key=k)'],
  [HEX40, 'import wandb\n\nk = "§"\nwandb.login("never", k)'],
  [HEX40, 'import wandb as wb\n\nwb.login(None, "§")'],
  [KEY, 'from huggingface_hub import login\n\nmine = "§"\nlogin(mine)'],
  [KEY, 'from huggingface_hub import HfApi\n\nx = "§"\napi = HfApi(None, x)'],
  [KEY, 'import cohere\n\nx = "§"\nco = cohere.Client(x)'],
  [KEY, 'from github import Github\n\nx = "§"\ng = Github("trainer", x)'],
  [KEY, 'import boto3\n\na, b = "AKIA", "§"\ns3 = boto3.client("s3", aws_access_key_id=a, aws_secret_access_key=b)'],
  [KEY, 'import boto3\n\nb = "§"\nsession = boto3.Session("id", b)'],
  [KEY, 'from minio import Minio\n\nb = "§"\nclient = Minio("s3.acme.io", "trainer", b)'],
  [KEY, 'from azure.core.credentials import AzureKeyCredential\n\nb = "§"\ncredential = AzureKeyCredential(b)'],
  [UUID, 'import pinecone\n\nb = "§"\npinecone.init(b, environment="us-west1-gcp")'],
  [UUID, 'from pinecone import Pinecone\n\nb = "§"\npc = Pinecone(b)'],
  [HEX32, 'from openai import AzureOpenAI\n\nb = "§"\nclient = AzureOpenAI(api_version="2024-06-01", api_key=b)'],
  [HEX32, 'from twilio.rest import Client\n\nsid, b = "AC1", "§"\nclient = Client(sid, b)'],
  [HEX32, 'import deepl\n\nb = "§"\ntranslator = deepl.Translator(b)'],
  [/2[a-zA-Z0-9]{26}_[a-zA-Z0-9]{21}/, 'from pyngrok import ngrok\n\nb = "§"\nngrok.set_auth_token(b)'],
  [/[a-zA-Z0-9]{20}/, 'from roboflow import Roboflow\n\nb = "§"\nrf = Roboflow(b)'],
  [/[a-zA-Z0-9]{25}/, 'import comet_ml\n\nb = "§"\nexperiment = comet_ml.Experiment(b, "project")'],
  [CHOSEN, 'import smtplib\n\nb = "§"\nserver = smtplib.SMTP("mail.acme.io", 587)\nserver.login("trainer@acme.io", b)'],
  [CHOSEN, 'import smtplib\n\nb = "§"\nwith smtplib.SMTP_SSL("mail.acme.io") as s:\n    s.login("trainer@acme.io", b)'],
  [CHOSEN, 'import imaplib\n\nb = "§"\nbox = imaplib.IMAP4_SSL("mail.acme.io")\nbox.login("trainer", b)'],
  [CHOSEN, 'import ftplib\n\nb = "§"\nftp = ftplib.FTP("ftp.acme.io", "trainer", b)'],
  [CHOSEN, 'from requests.auth import HTTPBasicAuth\n\nb = "§"\nauth = HTTPBasicAuth("trainer", b)'],
  [CHOSEN, 'import requests\n\nwho = ("trainer", "§")\nrequests.get("https://data.acme.io", auth=who)'],
  [CHOSEN, 'import requests\n\nb = "§"\nrequests.get("https://data.acme.io", auth=("trainer", b))'],
  [CHOSEN, 'import pymysql\n\nb = "§"\ndb = pymysql.connect("db.acme.io", "ml", b, "rows")'],
  // Addresses put together.
  [
    CHOSEN,
    'from sqlalchemy import create_engine\n\nb = "§"\nengine = create_engine(f"postgresql://ml:{b}@db.acme.io/rows")'
  ],
  [
    CHOSEN,
    'from sqlalchemy import create_engine\n\nb = "§"\nengine = create_engine("mysql+pymysql://ml:" + b + "@db.acme.io/rows")'
  ],
  [CHOSEN, 'from pymongo import MongoClient\n\nb = "§"\nclient = MongoClient("mongodb://ml:%s@db.acme.io/" % b)'],
  [CHOSEN, 'import redis\n\nb = "§"\nr = redis.from_url("redis://:{}@cache.acme.io:6379/0".format(b))'],
  // Headers.
  [KEY, 'import requests\n\nk = "§"\nrequests.get("https://api.acme.io", headers={"Authorization": f"Bearer {k}"})'],
  [
    KEY,
    'import requests\n\nk = "§"\nh = {"Authorization": "Bearer " + k}\nrequests.post("https://api.acme.io", headers=h)'
  ],
  [KEY, 'import httpx\n\nk = "§"\nh = {}\nh["X-API-Key"] = k\nhttpx.get("https://api.acme.io", headers=h)'],
  [KEY, 'import requests\n\nk = "§"\ns = requests.Session()\ns.headers.update({"Authorization": "Token " + k})'],
  [KEY, 'import requests\n\nk = "§"\ns = requests.Session()\ns.headers["x-api-key"] = k'],
  [HEX32, 'import requests\n\nk = "§"\nrequests.get("https://api.acme.io", params={"q": "a", "api_key": k})'],
  // Dictionaries, classes, defaults.
  [KEY, 'import acme\n\nC = {"host": "h", "k": "§"}\nacme.connect(api_key=C["k"])'],
  [KEY, 'import acme\n\nC = dict(host="h", k="§")\nacme.connect(api_key=C["k"])'],
  [KEY, 'import acme\n\nC = {"acme": {"eu": "§"}}\nacme.connect(api_key=C["acme"]["eu"])'],
  [KEY, 'import acme\n\nv = "§"\nkw = {"host": "h", "api_key": v}\nacme.connect(**kw)'],
  [KEY, 'import acme\n\n\nclass C:\n    MINE = "§"\n\n\nacme.connect(api_key=C.MINE)'],
  [
    KEY,
    'import acme\n\n\nclass Runner:\n    def __init__(self):\n        self.k = "§"\n\n    def run(self):\n        acme.connect(api_key=self.k)'
  ],
  [
    KEY,
    'from dataclasses import dataclass\nimport acme\n\n\n@dataclass\nclass C:\n    host: str = "h"\n    k: str = "§"\n\n\nc = C()\nacme.connect(api_key=c.k)'
  ],
  [
    KEY,
    'import argparse\nimport acme\n\np = argparse.ArgumentParser()\np.add_argument("--acme", default="§")\nargs = p.parse_args()\nacme.connect(api_key=args.acme)'
  ],
  [KEY, 'import acme\n\n\ndef run(k="§"):\n    acme.connect(api_key=k)\n\n\nrun()'],
  [KEY, 'import acme\n\n\ndef mine():\n    return "§"\n\n\nacme.connect(api_key=mine())'],
  [KEY, 'import acme\n\n\ndef run(a, k):\n    acme.connect(a, api_key=k)\n\n\nrun("h", "§")'],
  [CHOSEN, 'def connect(host, password):\n    ...\n\n\nconnect("db.acme.io", "§")'],
  [KEY, 'class Store:\n    def __init__(self, host, api_key):\n        ...\n\n\nStore("h", "§")'],
  [KEY, 'import acme\n\nks = ["§"]\nfor k in ks:\n    acme.connect(api_key=k)'],
  // The environment and settings of modules.
  [KEY, 'import os\n\nv = "§"\nos.environ["COHERE_API_KEY"] = v'],
  [KEY, 'import os\n\nv = "§"\nos.environ.update({"COHERE_API_KEY": v})'],
  [KEY, 'import os\n\nv = "§"\nos.environ.setdefault("ACME_TOKEN", v)'],
  [HEX32, 'import openai\n\nv = "§"\nopenai.api_key = v'],
  [HEX32, 'import assemblyai as aai\n\nv = "§"\naai.settings.api_key = v'],
  [KEY, 'from flask import Flask\n\nv = "§"\napp = Flask(__name__)\napp.config["SECRET_KEY"] = v'],
  [BASE64, 'from cryptography.fernet import Fernet\n\nv = "§"\nf = Fernet(v)'],
  [KEY, 'import jwt\n\nv = "§"\nt = jwt.encode({"sub": "a"}, v, algorithm="HS256")'],
  // Another cell, another file.
  [KEY, '# %%\nk = "§"\n# %%\nimport acme\n# %%\nacme.connect(api_key=k)'],
  [HEX40, '# %%\nimport wandb\n# %%\nmine = "§"\n# %%\nwandb.login(key=mine)'],
  [CHOSEN, '# %%\nP = "§"\n# %%\nimport smtplib\ns = smtplib.SMTP("mail.acme.io")\ns.login("me@acme.io", P)'],
  [
    KEY,
    '# %%\nk = "§"\nheaders = {"Authorization": f"Bearer {k}"}\n# %%\nimport requests\nrequests.get("https://api.acme.io", headers=headers)'
  ],
  [KEY, 'import acme\nfrom conf import MINE\n\nacme.connect(api_key=MINE)\n# %% file conf.py\nMINE = "§"'],
  [KEY, 'import acme\nimport conf\n\nacme.connect(api_key=conf.MINE)\n# %% file conf.py\nMINE = "§"'],
  [HEX40, 'import wandb\nfrom conf import C\n\nwandb.login(key=C["w"])\n# %% file conf.py\nC = {"w": "§"}']
];

/** The same ways for values that open nothing. */
const LOOK_ALIKES = [
  [KEY, 'from acme import Client\n\nk = "§"\nclient = Client(project=k)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(page_token=mine)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(next_token=mine)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(key=mine)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(public_key=mine)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(cache_key=mine)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(partition_key=mine)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(token_id=mine)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(user=mine)'],
  [KEY, 'import acme\n\nmine = "§"\nacme.connect(csrf_token=mine)'],
  [UUID, 'import acme\n\nmine = "§"\nacme.connect(token=mine)'],
  [UUID, 'import acme\n\nmine = "§"\nacme.connect(session_id=mine)'],
  [
    HEX40,
    'from transformers import AutoModel\n\nR = "§"\nmodel = AutoModel.from_pretrained("example-org/m", revision=R)'
  ],
  [
    HEX40,
    'from huggingface_hub import hf_hub_download\n\nR = "§"\nhf_hub_download("example-org/m", "m.pt", revision=R)'
  ],
  [HEX40, 'import git\n\nR = "§"\ngit.Repo(".").git.checkout(R)'],
  [HEX32, 'import pooch\n\nH = "§"\npooch.retrieve("https://acme.io/a.zip", known_hash="md5:" + H)'],
  [HEX32, 'import wandb\n\nR = "§"\nwandb.init(id=R, project="p")'],
  [HEX32, 'import mlflow\n\nR = "§"\nmlflow.start_run(run_id=R)'],
  [HEX32, 'import mlflow\n\nR = "§"\nmodel = mlflow.pyfunc.load_model(f"runs:/{R}/model")'],
  [/[a-z0-9]{8}/, 'import wandb\n\nR = "§"\napi = wandb.Api()\nrun = api.run(f"example-org/p/{R}")'],
  [HEX32, 'import hashlib\n\nH = "§"\nassert hashlib.md5(open("a", "rb").read()).hexdigest() == H'],
  [
    HEX32,
    'from torchvision.datasets.utils import download_url\n\nH = "§"\ndownload_url("https://acme.io/a", "d", "a", H)'
  ],
  [KEY, 'tokens = {"a": "§"}\nprint(tokens["a"])'],
  [KEY, 'import requests\n\nk = "§"\nrequests.get("https://api.acme.io", headers={"X-Request-Id": k})'],
  [KEY, 'import requests\n\nk = "§"\nrequests.get("https://api.acme.io", headers={"If-None-Match": k})'],
  [KEY, 'import requests\n\nk = "§"\nrequests.get("https://api.acme.io", params={"id": k, "cursor": k})'],
  [KEY, 'import requests\n\nk = "§"\nrequests.get(f"https://api.acme.io/v1/files/{k}")'],
  [KEY, 'import requests\n\nk = "§"\nrequests.get("https://drive.acme.io/uc?id=" + k)'],
  [/1[a-zA-Z0-9_-]{32}/, 'import gdown\n\nD = "§"\ngdown.download(id=D, output="m.pt")'],
  [KEY, 'import os\n\nv = "§"\nos.environ["RUN_NAME"] = v'],
  [KEY, 'import os\n\nv = "§"\nos.environ["WANDB_RUN_ID"] = v'],
  [KEY, 'import os\n\nv = "§"\nos.environ["TOKENIZERS_CACHE"] = v'],
  [HEX32, 'import openai\n\nv = "§"\nopenai.organization = v'],
  [KEY, 'import openai\n\nv = "§"\nclient = openai.OpenAI(organization=v)'],
  [KEY, 'from flask import Flask\n\nv = "§"\napp = Flask(__name__)\napp.config["MODEL"] = v'],
  [KEY, 'class C:\n    KEY = "§"\n\n\nrows = {}\nrows[C.KEY] = 1'],
  [KEY, 'rows = sorted([{"a": 1}], key=lambda r: r["§"])'],
  [KEY, 'import boto3\n\nb = "§"\ns3 = boto3.client("s3")\ns3.put_object(Bucket="b", Key=b)'],
  [KEY, 'import boto3\n\nb = "§"\ns3 = boto3.client("s3")\ns3.list_objects_v2(Bucket="b", ContinuationToken=b)'],
  [KEY, 'import boto3\n\nsqs = boto3.client("sqs")\nh = "§"\nsqs.delete_message(QueueUrl="q", ReceiptHandle=h)'],
  [KEY, 'from azure.storage.blob import BlobClient\n\nb = "§"\nBlobClient("https://a.blob.acme.net", "c", b)'],
  [KEY, 'def connect(host, password):\n    ...\n\n\nconnect("§", None)'],
  [KEY, 'def encode(text, token_type="word"):\n    ...\n\n\nencode("§", "char")'],
  [KEY, 'class Store:\n    def __init__(self, host, api_key):\n        ...\n\n\nStore("§", get())'],
  [KEY, 'import re\n\nk = "§"\nre.compile(k)'],
  [KEY, 'import redis\n\nk = "§"\nr = redis.Redis()\nr.get(k)'],
  [KEY, 'import redis\n\nk = "§"\nr = redis.Redis(host="h")\nr.set(name=k, value="1")'],
  [KEY, 'import joblib\n\nk = "§"\njoblib.dump({}, f"{k}.pkl")'],
  [
    KEY,
    'from transformers import AutoTokenizer\n\nt = "§"\ntok = AutoTokenizer.from_pretrained("example-org/m")\ntok(t)'
  ],
  [
    KEY,
    'from transformers import AutoTokenizer\n\nt = "§"\ntok = AutoTokenizer.from_pretrained("example-org/m", pad_token=t, eos_token=t)'
  ],
  [KEY, 'from transformers import GPT2Tokenizer\n\nt = "§"\ntok = GPT2Tokenizer("v.json", "m.txt", unk_token=t)'],
  [KEY, 'import spacy\n\nt = "§"\nnlp = spacy.blank("en")\nnlp(t)[0].text'],
  [KEY, 'from Bio.Seq import Seq\n\ns = "§"\nSeq(s)'],
  [/[ACGT]{80}/, 'import acme\n\ns = "§"\nacme.align(token=s)'],
  [/[ACDEFGHIKLMNPQRSTVWY]{60}/, 'import acme\n\ns = "§"\nacme.fold(token=s)'],
  [/[A-Z][a-z]{5} [a-z]{4} [a-z]{6}/, 'import acme\n\ns = "§"\nacme.connect(password=s)'],
  [/[a-z]{5}_[a-z]{6}_[a-z]{4}/, 'import acme\n\ns = "§"\nacme.connect(api_key=s)'],
  [/[A-Z]{5}_[A-Z]{4}_[A-Z]{3}/, 'import acme\n\ns = "§"\nacme.connect(api_key=s)'],
  [/my-[a-z]{5}-secret-name/, 'import acme\n\ns = "§"\nacme.connect(secret=s)'],
  [/projects\/[a-z]{6}\/secrets\/[a-z]{5}\/versions\/\d/, 'import acme\n\ns = "§"\nacme.connect(secret=s)'],
  [/arn:aws:secretsmanager:us-east-1:\d{12}:secret:db-[a-z]{5}/, 'import acme\n\ns = "§"\nacme.connect(secret=s)'],
  [/\/etc\/secrets\/[a-z]{6}\/token2/, 'import acme\n\ns = "§"\nacme.connect(token=s)'],
  [/https:\/\/login\.acme\.io\/[a-z]{8}\/oauth2\/token/, 'import acme\n\ns = "§"\nacme.connect(token=s)'],
  [/[a-z]{6}-[a-z]{4}-v\d\.\d/, 'import acme\n\ns = "§"\nacme.connect(token=s)'],
  [/your-[a-z]{6}-key-here/, 'import acme\n\ns = "§"\nacme.connect(api_key=s)'],
  [/x{20}/, 'import acme\n\ns = "§"\nacme.connect(api_key=s)'],
  [/sk-[x.]{20}/, 'import openai\n\ns = "§"\nopenai.OpenAI(api_key=s)'],
  [/<[A-Z]{4}_[A-Z]{3}>/, 'import wandb\n\ns = "§"\nwandb.login(key=s)'],
  [/[a-z]{4}/, 'import wandb\n\ns = "§"\nwandb.login(s)'],
  [/changeme\d/, 'import pymysql\n\ns = "§"\npymysql.connect(host="h", user="u", password=s)'],
  [/password\d{3}/, 'import pymysql\n\ns = "§"\npymysql.connect(host="h", user="u", password=s)'],
  [/test-token-\d{4}/, 'import acme\n\ns = "§"\nacme.connect(token=s)'],
  [/example-key-[a-z0-9]{8}/, 'import acme\n\ns = "§"\nacme.connect(api_key=s)'],
  [
    CHOSEN,
    'from sqlalchemy import create_engine\n\nb = "§"\nengine = create_engine(f"postgresql://ml:{b}@localhost/rows")'
  ],
  [CHOSEN, 'from sqlalchemy import create_engine\n\nb = "§"\nengine = create_engine(f"sqlite:///{b}.db")'],
  [CHOSEN, 'from sqlalchemy import create_engine\n\nb = "§"\nengine = create_engine(f"postgresql://db.acme.io/{b}")'],
  [CHOSEN, 'from getpass import getpass\n\nb = "§"\ng = getpass(b)'],
  [CHOSEN, 'import smtplib\n\nb = "§"\ns = smtplib.SMTP("h")\ns.sendmail("a@acme.io", "b@acme.io", b)'],
  [CHOSEN, 'import matplotlib.pyplot as plt\n\nb = "§"\nplt.plot([1], marker=b)'],
  [CHOSEN, 'import pandas as pd\n\nb = "§"\npd.read_csv("a.csv", sep=b)'],
  [CHOSEN, 'import hashlib\n\nb = "§"\nhashlib.sha256(b.encode())'],
  [KEY, 'import json\n\nb = "§"\njson.dumps({"id": b})'],
  [KEY, 'import uuid\n\nb = "§"\nuuid.uuid5(uuid.NAMESPACE_DNS, b)'],
  [KEY, 'import acme\n\nk = "§"\nk = acme.ask()\nacme.connect(api_key=k)'],
  [KEY, 'import acme\n\n\ndef run(k):\n    acme.connect(api_key=k)\n\n\nname = "§"\nprint(name)'],
  [KEY, 'import acme\n\nC = {"id": "§", "k": acme.ask()}\nacme.connect(api_key=C["k"])'],
  [KEY, 'import acme\n\nx = "§"\nacme.connect(api_key=acme.lookup(x))'],
  [KEY, 'import acme\n\nx = "§"\nacme.connect(api_key=acme.secrets[x])'],
  [KEY, 'import os\nimport acme\n\nx = "§"\nacme.connect(api_key=os.environ[x])'],
  [KEY, 'import os\nimport acme\n\nx = "§"\nacme.connect(api_key=os.getenv(x))'],
  [KEY, 'from google.colab import userdata\nimport acme\n\nx = "§"\nacme.connect(api_key=userdata.get(x))'],
  [KEY, 'import acme\n\nx = "§"\nacme.connect(api_key=len(x))'],
  [KEY, 'import acme\n\nx = "§"\nacme.connect(timeout=x, api_key=None)'],
  [KEY, '# %%\nk = "§"\n# %%\nimport acme\nacme.connect(project=k)'],
  [HEX40, '# %%\nR = "§"\n# %%\nfrom datasets import load_dataset\nload_dataset("example-org/d", revision=R)'],
  [HEX32, '# %%\nR = "§"\n# %%\nimport wandb\nwandb.init(id=R)'],
  [KEY, 'import acme\nfrom conf import MINE\n\nacme.connect(project=MINE)\n# %% file conf.py\nMINE = "§"'],
  [
    HEX40,
    'from conf import R\nfrom datasets import load_dataset\n\nload_dataset("example-org/d", revision=R)\n# %% file conf.py\nR = "§"'
  ],
  [KEY, 'import jwt\n\nv = "§"\np = jwt.decode(v, options={"verify_signature": False})'],
  [KEY, 'from pinecone import Pinecone\n\nb = "§"\npc = Pinecone()\nindex = pc.Index(b)'],
  [KEY, 'import wandb\n\nb = "§"\nwandb.login(host=b)'],
  [KEY, 'from huggingface_hub import HfApi\n\nx = "§"\napi = HfApi(x)'],
  [KEY, 'import cohere\n\nx = "§"\nco = cohere.Client()\nco.generate(x)']
];

/** The main file and those beside it. */
function filesOf(program) {
  const [main = '', ...others] = program.split(/^# %% file /m);
  const beside = others.map(other => [
    other.slice(0, other.indexOf('\n')),
    `${other.slice(other.indexOf('\n') + 1)}\n`
  ]);
  if (!main.startsWith('# %%')) return [['a.py', main], ...beside];
  const cells = main.split(/^# %%\n/m).slice(1);
  return [['a.ipynb', notebookOf(cells.map(source => ({ source })))], ...beside];
}

function items(rows, seed, each) {
  const invent = inventSecrets(seed);
  return rows.flatMap(([shape, form]) =>
    Array.from({ length: each }, () => {
      const value = invent.like(shape);
      const [[file, text], ...beside] = filesOf(form.replaceAll('§', () => value));
      return { what: form, file, text, beside, value };
    })
  );
}

/** Credentials that reach a place where one is used; the same seed makes the same. */
export const flowing = (seed = 4) => items(POSITIVES, seed, 2);
/** Values of the same shapes that reach other places, and other values that reach the same ones. */
export const harmlessFlows = (seed = 5) => items(LOOK_ALIKES, seed, 1);
