/** A service that is named beside a credential whose shape is nobody's alone. */
export interface NamedProvider {
  readonly provider: string;
  readonly name: string;
  /** How the service is written in names and calls, lower case. */
  readonly words: RegExp;
  /** The environment variable that its own tools read. */
  readonly variable: string;
  /** The page on which its credentials are revoked, without https://. */
  readonly revoke: string;
  /** The whole value, where the service's documentation or its clients check it: then a bare `key` is enough. */
  readonly shape?: RegExp;
}

type Row = readonly [provider: string, name: string, words: RegExp, variable: string, revoke: string, shape?: RegExp];

const ROWS: readonly Row[] = [
  ['wandb', 'Weights & Biases', /wandb/, 'WANDB_API_KEY', 'wandb.ai/settings', /^(?:[\w.-]{1,60}-)?[0-9a-f]{40}$/],
  ['kaggle', 'Kaggle', /kaggle/, 'KAGGLE_KEY', 'www.kaggle.com/settings', /^[0-9a-f]{32}$/],
  ['comet', 'Comet', /comet|opik/, 'COMET_API_KEY', 'www.comet.com/account-settings', /^[A-Za-z0-9]{25}$/],
  ['neptune', 'Neptune', /neptune/, 'NEPTUNE_API_TOKEN', 'app.neptune.ai'],
  ['dagshub', 'DagsHub', /dagshub/, 'DAGSHUB_TOKEN', 'dagshub.com/user/settings/tokens', /^[0-9a-f]{40}$/],
  ['clearml', 'ClearML', /clearml|trains/, 'CLEARML_API_SECRET_KEY', 'app.clear.ml/settings', /^[A-Za-z0-9]{50}$/],
  [
    'mlflow',
    'MLflow',
    /mlflow/,
    'MLFLOW_TRACKING_TOKEN',
    'mlflow.org/docs/latest/self-hosting/security/basic-http-auth'
  ],
  ['cohere', 'Cohere', /cohere|co_api/, 'CO_API_KEY', 'dashboard.cohere.com/api-keys', /^[A-Za-z0-9]{40}$/],
  ['mistral', 'Mistral', /mistral/, 'MISTRAL_API_KEY', 'console.mistral.ai/api-keys', /^[A-Za-z0-9]{32}$/],
  [
    'together',
    'Together',
    /together/,
    'TOGETHER_API_KEY',
    'api.together.ai/settings/projects/~current/api-keys',
    /^[0-9a-f]{64}$/
  ],
  ['fireworks', 'Fireworks', /fireworks/, 'FIREWORKS_API_KEY', 'app.fireworks.ai/settings/users/api-keys'],
  ['ai21', 'AI21', /ai21/, 'AI21_API_KEY', 'studio.ai21.com', /^[A-Za-z0-9]{32}$/],
  ['stability', 'Stability AI', /stability/, 'STABILITY_API_KEY', 'platform.stability.ai/account/keys'],
  ['deepgram', 'Deepgram', /deepgram/, 'DEEPGRAM_API_KEY', 'console.deepgram.com', /^[0-9a-f]{40}$/],
  ['assemblyai', 'AssemblyAI', /assembly_?ai/, 'ASSEMBLYAI_API_KEY', 'www.assemblyai.com/dashboard', /^[0-9a-f]{32}$/],
  ['elevenlabs', 'ElevenLabs', /eleven/, 'ELEVENLABS_API_KEY', 'elevenlabs.io/app/settings/api-keys', /^[0-9a-f]{32}$/],
  ['openai', 'OpenAI', /openai/, 'OPENAI_API_KEY', 'platform.openai.com/api-keys'],
  ['azure', 'Azure', /azure|cognitive|subscription/, 'AZURE_OPENAI_API_KEY', 'portal.azure.com', /^[0-9a-f]{32}$/],
  [
    'pinecone',
    'Pinecone',
    /pinecone/,
    'PINECONE_API_KEY',
    'app.pinecone.io',
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  ],
  ['weaviate', 'Weaviate', /weaviate|wcd_|wcs_/, 'WEAVIATE_API_KEY', 'console.weaviate.cloud', /^[A-Za-z0-9]{36,64}$/],
  ['qdrant', 'Qdrant', /qdrant/, 'QDRANT_API_KEY', 'cloud.qdrant.io', /^[\w-]{40,64}$/],
  ['zilliz', 'Zilliz', /zilliz|milvus/, 'MILVUS_TOKEN', 'cloud.zilliz.com'],
  ['langsmith', 'LangSmith', /langsmith|langchain/, 'LANGSMITH_API_KEY', 'smith.langchain.com/settings'],
  [
    'nvidia',
    'NVIDIA',
    /nvidia|(?<![a-z])ngc(?![a-z])/,
    'NGC_API_KEY',
    'org.ngc.nvidia.com/setup/api-keys',
    /^[A-Za-z0-9+/]{80,88}={0,2}$/
  ],
  ['roboflow', 'Roboflow', /roboflow/, 'ROBOFLOW_API_KEY', 'app.roboflow.com/settings/api', /^[A-Za-z0-9]{20}$/],
  [
    'ultralytics',
    'Ultralytics HUB',
    /ultralytics|hub\.login/,
    'ULTRALYTICS_API_KEY',
    'hub.ultralytics.com/settings',
    /^[0-9a-f]{42}$/
  ],
  [
    'labelstudio',
    'Label Studio',
    /label_?studio/,
    'LABEL_STUDIO_API_KEY',
    'app.humansignal.com/user/account',
    /^[0-9a-f]{40}$/
  ],
  ['modal', 'Modal', /modal/, 'MODAL_TOKEN_SECRET', 'modal.com/settings/tokens', /^a[ks]-[A-Za-z0-9]{22}$/],
  ['vastai', 'Vast.ai', /vast_?ai/, 'VAST_API_KEY', 'cloud.vast.ai/manage-keys', /^[0-9a-f]{64}$/],
  ['lambda', 'Lambda', /lambda_?(?:labs|cloud)/, 'LAMBDA_API_KEY', 'cloud.lambda.ai/api-keys'],
  ['lightning', 'Lightning', /lightning/, 'LIGHTNING_API_KEY', 'lightning.ai'],
  [
    'snowflake',
    'Snowflake',
    /snowflake/,
    'SNOWFLAKE_PASSWORD',
    'docs.snowflake.com/en/user-guide/admin-user-management'
  ],
  ['databricks', 'Databricks', /databricks/, 'DATABRICKS_TOKEN', 'docs.databricks.com/dev-tools/auth/pat'],
  ['serpapi', 'SerpApi', /serp_?api/, 'SERPAPI_API_KEY', 'serpapi.com/manage-api-key', /^[0-9a-f]{64}$/],
  ['serper', 'Serper', /serper/, 'SERPER_API_KEY', 'serper.dev/dashboard', /^[0-9a-f]{40}$/],
  [
    'openweather',
    'OpenWeather',
    /open_?weather|owm/,
    'OPENWEATHERMAP_API_KEY',
    'home.openweathermap.org/api_keys',
    /^[0-9a-f]{32}$/
  ],
  ['newsapi', 'NewsAPI', /news_?api/, 'NEWS_API_KEY', 'newsapi.org/account', /^[0-9a-f]{32}$/],
  [
    'alphavantage',
    'Alpha Vantage',
    /alpha_?vantage/,
    'ALPHAVANTAGE_API_KEY',
    'www.alphavantage.co/support',
    /^[A-Z0-9]{16}$/
  ],
  [
    'quandl',
    'Nasdaq Data Link',
    /quandl|nasdaq/,
    'NASDAQ_DATA_LINK_API_KEY',
    'data.nasdaq.com/account/profile',
    /^[\w-]{20}$/
  ],
  [
    'ngrok',
    'ngrok',
    /ngrok/,
    'NGROK_AUTHTOKEN',
    'dashboard.ngrok.com/get-started/your-authtoken',
    /^[A-Za-z0-9]{20,30}_[A-Za-z0-9]{18,24}$/
  ],
  ['twilio', 'Twilio', /twilio/, 'TWILIO_AUTH_TOKEN', 'console.twilio.com', /^[0-9a-f]{32}$/],
  ['twitter', 'X', /twitter|tweepy/, 'TWITTER_BEARER_TOKEN', 'console.x.com'],
  ['reddit', 'Reddit', /reddit|praw/, 'REDDIT_CLIENT_SECRET', 'www.reddit.com/prefs/apps', /^[\w-]{27,30}$/],
  [
    'spotify',
    'Spotify',
    /spotify|spotipy/,
    'SPOTIPY_CLIENT_SECRET',
    'developer.spotify.com/dashboard',
    /^[0-9a-f]{32}$/
  ],
  [
    'cloudflare',
    'Cloudflare',
    /cloudflare/,
    'CLOUDFLARE_API_TOKEN',
    'dash.cloudflare.com/profile/api-tokens',
    /^[\w-]{40}$/
  ],
  [
    'datadog',
    'Datadog',
    /datadog/,
    'DD_API_KEY',
    'app.datadoghq.com/organization-settings/api-keys',
    /^[0-9a-f]{32,40}$/
  ],
  ['mapbox', 'Mapbox', /mapbox/, 'MAPBOX_ACCESS_TOKEN', 'console.mapbox.com/account/access-tokens'],
  ['huggingface', 'Hugging Face', /hugging|(?<![a-z])hf(?![a-z])/, 'HF_TOKEN', 'huggingface.co/settings/tokens'],
  ['github', 'GitHub', /github/, 'GITHUB_TOKEN', 'github.com/settings/tokens', /^[0-9a-f]{40}$/],
  [
    'minio',
    'MinIO',
    /minio/,
    'MINIO_SECRET_KEY',
    'docs.min.io/community/minio-object-store/reference/minio-mc-admin/mc-admin-accesskey-remove.html'
  ],
  ['aws', 'AWS', /aws|boto/, 'AWS_SECRET_ACCESS_KEY', 'console.aws.amazon.com/iam']
];

/** Every service, in the order in which they are looked for. */
export const NAMED_PROVIDERS: readonly NamedProvider[] = ROWS.map(
  ([provider, name, words, variable, revoke, shape]) => ({
    provider,
    name,
    words,
    variable,
    revoke,
    ...(shape && { shape })
  })
);

/** The services that the words speak of, the one that stands last, nearest to the value, first. */
export function providersIn(words: string): NamedProvider[] {
  const lower = words.toLowerCase();
  return NAMED_PROVIDERS.map(provider => ({ provider, at: lower.search(provider.words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)
    .map(({ provider }) => provider);
}
