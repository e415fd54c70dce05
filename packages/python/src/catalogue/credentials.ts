/** What a parameter is given: a word of the one who calls, a key or token that a service made, or an address that may hold one. */
export type Held = 'password' | 'token' | 'secret' | 'api-key' | 'address';

/** A function that is given a credential under a name, or at a place, that does not say so. */
export interface CredentialRow {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly holds: Readonly<Record<string, Held>>;
  readonly documentation: string;
}

function row(
  name: string,
  parameters: string,
  holds: CredentialRow['holds'],
  documentation: string
): readonly CredentialRow[] {
  const [, before = name, words, after = ''] = /^(.*?)\{(.*?)\}(.*)$/.exec(name) ?? [];
  const names = words === undefined ? [name] : words.split(',').map(word => before + word + after);
  return names.map(one => ({
    name: one,
    parameters: parameters.split(' '),
    holds,
    documentation: `https://${documentation}`
  }));
}

const KEY = { api_key: 'api-key' } as const;
const PASSWORD = { password: 'password' } as const;
const URL = { url: 'address' } as const;

/**
 * Functions that take a credential by position, or by a name that says nothing (`key`). A parameter whose name says what it holds
 * (`api_key=`, `password=`) needs no row, whatever it is a parameter of.
 */
export const CREDENTIALS: readonly CredentialRow[] = [
  // Experiments, hubs, models.
  row('wandb.login', 'anonymous key relogin host', { key: 'api-key' }, 'docs.wandb.ai/ref/python/login'),
  row(
    'huggingface_hub.login',
    'token',
    { token: 'token' },
    'huggingface.co/docs/huggingface_hub/package_reference/authentication'
  ),
  row(
    'huggingface_hub.HfApi',
    'endpoint token',
    { token: 'token' },
    'huggingface.co/docs/huggingface_hub/package_reference/hf_api'
  ),
  row(
    'huggingface_hub.HfFolder.save_token',
    'token',
    { token: 'token' },
    'huggingface.co/docs/huggingface_hub/v0.20.0/package_reference/login'
  ),
  row(
    'comet_ml.{Experiment,ExistingExperiment,init,login,start}',
    'api_key',
    KEY,
    'www.comet.com/docs/v2/api-and-sdk/python-sdk/reference'
  ),
  row(
    'dagshub.auth.add_app_token',
    'token',
    { token: 'token' },
    'dagshub.com/docs/integration_guide/set_up_remote_with_dagshub'
  ),
  row('ultralytics.hub.login', 'api_key', KEY, 'docs.ultralytics.com/reference/hub/__init__'),
  row(
    'clearml.Task.set_credentials',
    'api_host web_host files_host key secret',
    { key: 'api-key', secret: 'secret' },
    'clear.ml/docs/latest/docs/references/sdk/task'
  ),
  row('roboflow.Roboflow', 'api_key', KEY, 'docs.roboflow.com/developer/python-sdk'),
  row('label_studio_sdk.Client', 'url api_key', KEY, 'labelstud.io/sdk'),
  row('cohere.{Client,ClientV2,AsyncClient,AsyncClientV2}', 'api_key', KEY, 'docs.cohere.com/reference/about'),
  row(
    'mistralai.{Mistral,client.MistralClient,async_client.MistralAsyncClient}',
    'api_key',
    KEY,
    'docs.mistral.ai/getting-started/clients'
  ),
  row(
    'replicate.{Client,client.Client}',
    'api_token',
    { api_token: 'token' },
    'replicate.com/docs/reference/client-libraries'
  ),
  row('elevenlabs.set_api_key', 'api_key', KEY, 'elevenlabs.io/docs/api-reference/introduction'),
  row(
    'deepgram.{Deepgram,DeepgramClient}',
    'api_key',
    KEY,
    'developers.deepgram.com/docs/python-sdk-streaming-transcription'
  ),
  row('deepl.{Translator,DeepLClient}', 'auth_key', { auth_key: 'api-key' }, 'github.com/DeepLcom/deepl-python'),
  row(
    'pinecone.{Pinecone,init,PineconeGRPC,grpc.PineconeGRPC}',
    'api_key',
    KEY,
    'docs.pinecone.io/reference/python-sdk'
  ),
  row(
    'weaviate.{AuthApiKey,auth.AuthApiKey,auth.Auth.api_key,classes.init.Auth.api_key}',
    'api_key',
    KEY,
    'weaviate.io/developers/weaviate/client-libraries/python'
  ),
  row('newsapi.NewsApiClient', 'api_key', KEY, 'newsapi.org/docs/client-libraries/python'),
  row('pyowm.OWM', 'api_key', KEY, 'pyowm.readthedocs.io'),
  row('googlemaps.Client', 'key', { key: 'api-key' }, 'github.com/googlemaps/google-maps-services-python'),
  row('alpha_vantage.timeseries.TimeSeries', 'key', { key: 'api-key' }, 'alpha-vantage.readthedocs.io'),
  row('pyngrok.{ngrok.set_auth_token,conf.PyngrokConfig}', 'token', { token: 'token' }, 'pyngrok.readthedocs.io'),
  row('ngrok.set_auth_token', 'token', { token: 'token' }, 'ngrok.github.io/ngrok-python'),
  // Clouds and forges.
  row(
    'boto3.{client,resource}',
    'service_name region_name api_version use_ssl verify endpoint_url aws_access_key_id aws_secret_access_key aws_session_token',
    { aws_secret_access_key: 'secret', aws_session_token: 'token' },
    'boto3.amazonaws.com/v1/documentation/api/latest/reference/core/boto3.html'
  ),
  row(
    'boto3.{Session,session.Session}',
    'aws_access_key_id aws_secret_access_key aws_session_token',
    { aws_secret_access_key: 'secret', aws_session_token: 'token' },
    'boto3.amazonaws.com/v1/documentation/api/latest/reference/core/session.html'
  ),
  row(
    'minio.Minio',
    'endpoint access_key secret_key session_token',
    { secret_key: 'secret' },
    'min.io/docs/minio/linux/developers/python/API.html'
  ),
  row(
    'azure.core.credentials.AzureKeyCredential',
    'key',
    { key: 'api-key' },
    'learn.microsoft.com/python/api/azure-core'
  ),
  row(
    'azure.core.credentials.AzureNamedKeyCredential',
    'name key',
    { key: 'api-key' },
    'learn.microsoft.com/python/api/azure-core'
  ),
  row(
    'azure.identity.ClientSecretCredential',
    'tenant_id client_id client_secret',
    { client_secret: 'secret' },
    'learn.microsoft.com/python/api/azure-identity'
  ),
  row(
    'msrest.authentication.CognitiveServicesCredentials',
    'subscription_key',
    { subscription_key: 'api-key' },
    'learn.microsoft.com/python/api/msrest'
  ),
  row(
    'azure.cognitiveservices.speech.SpeechConfig',
    'subscription region',
    { subscription: 'api-key' },
    'learn.microsoft.com/python/api/azure-cognitiveservices-speech'
  ),
  row(
    'azure.storage.blob.{BlobServiceClient,ContainerClient}',
    'account_url credential',
    { credential: 'api-key' },
    'learn.microsoft.com/python/api/azure-storage-blob'
  ),
  row(
    'github.{Github,MainClass.Github}',
    'login_or_token password',
    { login_or_token: 'token', password: 'token' },
    'pygithub.readthedocs.io/en/stable/github.html'
  ),
  row(
    'github.Auth.Token',
    'token',
    { token: 'token' },
    'pygithub.readthedocs.io/en/stable/examples/Authentication.html'
  ),
  row(
    'gitlab.Gitlab',
    'url private_token',
    { private_token: 'token' },
    'python-gitlab.readthedocs.io/en/stable/api-usage.html'
  ),
  row('twilio.rest.Client', 'username password', { password: 'token' }, 'www.twilio.com/docs/libraries/python'),
  // Messages.
  row(
    '{telegram.Bot,telebot.TeleBot,slack_sdk.WebClient,slack.WebClient}',
    'token',
    { token: 'token' },
    'docs.python-telegram-bot.org'
  ),
  row(
    '{discord.Client,discord.Bot,discord.ext.commands.Bot}().run',
    'token',
    { token: 'token' },
    'discordpy.readthedocs.io/en/stable/api.html'
  ),
  row(
    'tweepy.{OAuthHandler,OAuth1UserHandler}',
    'consumer_key consumer_secret access_token access_token_secret',
    { consumer_key: 'api-key', consumer_secret: 'secret' },
    'docs.tweepy.org/en/stable/authentication.html'
  ),
  row(
    'tweepy.{OAuthHandler,OAuth1UserHandler}().set_access_token',
    'key secret',
    { key: 'token', secret: 'secret' },
    'docs.tweepy.org/en/stable/authentication.html'
  ),
  row('tweepy.Client', 'bearer_token', { bearer_token: 'token' }, 'docs.tweepy.org/en/stable/client.html'),
  row(
    '{spotipy.SpotifyClientCredentials,spotipy.oauth2.SpotifyClientCredentials}',
    'client_id client_secret',
    { client_secret: 'secret' },
    'spotipy.readthedocs.io'
  ),
  row('smtplib.{SMTP,SMTP_SSL}().login', 'user password', PASSWORD, 'docs.python.org/3/library/smtplib.html'),
  row('imaplib.{IMAP4,IMAP4_SSL}().login', 'user password', PASSWORD, 'docs.python.org/3/library/imaplib.html'),
  row('poplib.{POP3,POP3_SSL}().pass_', 'password', PASSWORD, 'docs.python.org/3/library/poplib.html'),
  row('ftplib.{FTP,FTP_TLS}', 'host user passwd', { passwd: 'password' }, 'docs.python.org/3/library/ftplib.html'),
  row('ftplib.{FTP,FTP_TLS}().login', 'user passwd', { passwd: 'password' }, 'docs.python.org/3/library/ftplib.html'),
  // The web, other machines, data bases.
  row(
    'requests.auth.{HTTPBasicAuth,HTTPDigestAuth,HTTPProxyAuth}',
    'username password',
    PASSWORD,
    'requests.readthedocs.io/en/latest/user/authentication'
  ),
  row('httpx.{BasicAuth,DigestAuth}', 'username password', PASSWORD, 'www.python-httpx.org/advanced/authentication'),
  row('aiohttp.BasicAuth', 'login password', PASSWORD, 'docs.aiohttp.org/en/stable/client_reference.html'),
  row(
    'paramiko.SSHClient().connect',
    'hostname port username password',
    PASSWORD,
    'docs.paramiko.org/en/stable/api/client.html'
  ),
  row(
    'pysftp.Connection',
    'host username private_key password',
    PASSWORD,
    'pysftp.readthedocs.io/en/release_0.2.9/pysftp.html'
  ),
  row(
    '{pymysql.connect,MySQLdb.connect}',
    'host user password database',
    PASSWORD,
    'pymysql.readthedocs.io/en/latest/modules/connections.html'
  ),
  row(
    '{sqlalchemy.create_engine,sqlalchemy.ext.asyncio.create_async_engine,sqlmodel.create_engine}',
    'url',
    URL,
    'docs.sqlalchemy.org/en/20/core/engines.html'
  ),
  row(
    '{pymongo.MongoClient,motor.motor_asyncio.AsyncIOMotorClient}',
    'url',
    URL,
    'pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html'
  ),
  row(
    '{redis.from_url,redis.Redis.from_url,redis.StrictRedis.from_url,redis.asyncio.from_url}',
    'url',
    URL,
    'redis.readthedocs.io/en/stable/connections.html'
  ),
  row(
    '{psycopg2.connect,psycopg.connect,asyncpg.connect,asyncpg.create_pool,pika.URLParameters}',
    'url',
    URL,
    'www.psycopg.org/docs/module.html'
  ),
  // What signs or encrypts.
  row('cryptography.fernet.Fernet', 'key', { key: 'api-key' }, 'cryptography.io/en/latest/fernet'),
  row('jwt.{encode,decode}', 'payload key', { key: 'secret' }, 'pyjwt.readthedocs.io/en/stable/api.html'),
  row(
    'itsdangerous.{URLSafeSerializer,URLSafeTimedSerializer,Signer,TimestampSigner}',
    'secret_key',
    { secret_key: 'secret' },
    'itsdangerous.palletsprojects.com'
  ),
  row(
    '{pydantic.SecretStr,pydantic.v1.SecretStr,pydantic.types.SecretStr}',
    'secret_value',
    { secret_value: 'secret' },
    'docs.pydantic.dev/latest/api/types'
  )
].flat();
