/** A kind of credential that can be told by its shape alone. */
export interface Format {
  /** `groq`, `gitlab` …: for reports and for the words of the rules. */
  readonly provider: string;
  /** What people call whose it is; empty where several use the shape. */
  readonly name: string;
  readonly label: FormatLabel;
  /** The environment variable that the provider's own tools read, or the usual one. */
  readonly variable: string;
  /** The page on which it is revoked, without https://; empty where there is none. `revoke-pages.test.ts` has its source. */
  readonly revoke: string;
  /** Stands in every match: texts without it are not searched. */
  readonly anchor: string;
  /** The whole credential, without what must not stand around it. Repetitions are bounded. */
  readonly shape: RegExp;
  /** Bits a character below which it is a placeholder; where the alphabet is small or the prefix long. */
  readonly floor?: number;
}

export type FormatLabel =
  | 'hugging-face-token'
  | 'anthropic-key'
  | 'api-key'
  | 'named-key'
  | 'named-token'
  | 'named-secret'
  | 'named-webhook'
  | 'json-web-token';

type Row = readonly [
  provider: string,
  name: string,
  label: FormatLabel | 'key' | 'token' | 'secret' | 'webhook',
  variable: string,
  revoke: string,
  anchor: string,
  shape: RegExp,
  floor?: number
];

/**
 * What the preset of secretlint lacks, by what the providers' documentation, GitHub's list of supported secrets and real
 * keys in public code show. Formats without a shape of their own (40 hexadecimal digits of Weights & Biases) are
 * found by where they stand, see `named-providers.ts`.
 */
const ROWS: readonly Row[] = [
  // Models and their services
  [
    'huggingface',
    '',
    'hugging-face-token',
    'HF_TOKEN',
    'huggingface.co/settings/tokens',
    'hf_',
    /hf_[A-Za-z]{34}|hf_[A-Za-z]{37}/
  ],
  [
    'huggingface',
    '',
    'hugging-face-token',
    'HF_TOKEN',
    'huggingface.co/settings/tokens',
    'api_org_',
    /api_org_[A-Za-z]{34}/
  ],
  [
    'anthropic',
    '',
    'anthropic-key',
    'ANTHROPIC_API_KEY',
    'platform.claude.com/settings/keys',
    'sk-ant-',
    /sk-ant-(?:admin|api|oat|ort)\d\d-[\w-]{80,120}/
  ],
  ['groq', 'Groq', 'key', 'GROQ_API_KEY', 'console.groq.com/keys', 'gsk_', /gsk_[A-Za-z0-9]{52}/],
  ['openrouter', 'OpenRouter', 'key', 'OPENROUTER_API_KEY', 'openrouter.ai/keys', 'sk-or-v1-', /sk-or-v1-[0-9a-f]{64}/],
  ['deepseek', '', 'api-key', 'DEEPSEEK_API_KEY', '', 'sk-', /sk-[0-9a-f]{32}/],
  ['openai-like', '', 'api-key', 'API_KEY', '', 'sk-', /sk-[A-Za-z0-9]{48}/, 3.5],
  ['xai', 'xAI', 'key', 'XAI_API_KEY', 'console.x.ai', 'xai-', /xai-[A-Za-z0-9]{80}/],
  [
    'google',
    'Google',
    'key',
    'GOOGLE_API_KEY',
    'console.cloud.google.com/apis/credentials',
    'AIza',
    /AIza[\w-]{35}/,
    3.2
  ],
  ['google', 'Gemini', 'key', 'GEMINI_API_KEY', 'aistudio.google.com/apikey', 'AQ.Ab', /AQ\.Ab[\w-]{48}/],
  [
    'google',
    'Google OAuth',
    'secret',
    'GOOGLE_CLIENT_SECRET',
    'console.cloud.google.com/apis/credentials',
    'GOCSPX-',
    /GOCSPX-[\w-]{28}/
  ],
  [
    'google',
    'Google',
    'token',
    'GOOGLE_ACCESS_TOKEN',
    'myaccount.google.com/permissions',
    'ya29.',
    /ya29\.[\w-]{60,400}/
  ],
  [
    'replicate',
    'Replicate',
    'token',
    'REPLICATE_API_TOKEN',
    'replicate.com/account/api-tokens',
    'r8_',
    /r8_[A-Za-z0-9]{37}/
  ],
  ['perplexity', 'Perplexity', 'key', 'PERPLEXITY_API_KEY', 'console.perplexity.ai', 'pplx-', /pplx-[A-Za-z0-9]{48}/],
  [
    'fireworks',
    'Fireworks',
    'key',
    'FIREWORKS_API_KEY',
    'app.fireworks.ai/settings/users/api-keys',
    'fw_',
    /fw_[A-Za-z0-9]{22,24}/,
    3.4
  ],
  [
    'together',
    'Together',
    'key',
    'TOGETHER_API_KEY',
    'api.together.ai/settings/projects/~current/api-keys',
    'tgp_v1_',
    /tgp_v1_[\w-]{43}/
  ],
  ['nvidia', 'NVIDIA', 'key', 'NVIDIA_API_KEY', 'org.ngc.nvidia.com/setup/api-keys', 'nvapi-', /nvapi-[\w-]{60,70}/],
  ['cerebras', 'Cerebras', 'key', 'CEREBRAS_API_KEY', 'cloud.cerebras.ai', 'csk-', /csk-[a-z0-9]{48}/],
  [
    'elevenlabs',
    'ElevenLabs',
    'key',
    'ELEVENLABS_API_KEY',
    'elevenlabs.io/app/settings/api-keys',
    'sk_',
    /sk_[0-9a-f]{48}/
  ],
  ['jina', 'Jina', 'key', 'JINA_API_KEY', 'jina.ai/api-dashboard', 'jina_', /jina_[0-9a-f]{32}[\w-]{28}/],
  ['voyage', 'Voyage AI', 'key', 'VOYAGE_API_KEY', 'dash.voyageai.com', 'pa-', /pa-[A-Za-z0-9_-]{43}/, 3.8],
  ['llamaindex', 'LlamaCloud', 'key', 'LLAMA_CLOUD_API_KEY', 'cloud.llamaindex.ai', 'llx-', /llx-[A-Za-z0-9]{48}/],
  [
    'runpod',
    'RunPod',
    'key',
    'RUNPOD_API_KEY',
    'console.runpod.io/user/credentials',
    'rpa_',
    /rpa_[A-Z0-9]{40}[a-z0-9]{0,6}/
  ],
  ['anyscale', 'Anyscale', 'key', 'ANYSCALE_API_KEY', 'console.anyscale.com', 'esecret_', /esecret_[A-Za-z0-9]{24,28}/],
  ['e2b', 'E2B', 'key', 'E2B_API_KEY', 'e2b.dev/dashboard?tab=keys', 'e2b_', /e2b_[0-9a-f]{40}/],
  [
    'azure',
    'Azure',
    'key',
    'AZURE_OPENAI_API_KEY',
    'portal.azure.com',
    'JQQJ99',
    /[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}/
  ],
  ['ultralytics', 'Ultralytics', 'key', 'ULTRALYTICS_API_KEY', 'platform.ultralytics.com', 'ul_', /ul_[0-9a-f]{40}/],
  // Searching and storing vectors
  [
    'pinecone',
    'Pinecone',
    'key',
    'PINECONE_API_KEY',
    'app.pinecone.io',
    'pcsk_',
    /pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,64}/
  ],
  ['tavily', 'Tavily', 'key', 'TAVILY_API_KEY', 'app.tavily.com', 'tvly-', /tvly-(?:dev-|prod-)?[A-Za-z0-9]{32}/],
  ['firecrawl', 'Firecrawl', 'key', 'FIRECRAWL_API_KEY', 'www.firecrawl.dev/app/api-keys', 'fc-', /fc-[0-9a-f]{32}/],
  [
    'supabase',
    'Supabase',
    'token',
    'SUPABASE_ACCESS_TOKEN',
    'supabase.com/dashboard/account/tokens',
    'sbp_',
    /sbp_[0-9a-f]{40}/
  ],
  [
    'supabase',
    'Supabase',
    'key',
    'SUPABASE_SECRET_KEY',
    'supabase.com/dashboard/project/_/settings/api-keys',
    'sb_secret_',
    /sb_secret_[\w-]{31}/
  ],
  // Tracking, data and training
  [
    'wandb',
    'Weights & Biases',
    'key',
    'WANDB_API_KEY',
    'wandb.ai/settings',
    'wandb_v1_',
    /wandb_v1_[A-Za-z0-9]{20,32}_[A-Za-z0-9]{40,56}/
  ],
  ['kaggle', 'Kaggle', 'token', 'KAGGLE_API_TOKEN', 'www.kaggle.com/settings', 'KGAT_', /KGAT_[0-9a-f]{32}/],
  [
    'neptune',
    'Neptune',
    'token',
    'NEPTUNE_API_TOKEN',
    'app.neptune.ai',
    'eyJhcGlfYWRkcmVzcyI6',
    /eyJhcGlfYWRkcmVzcyI6[A-Za-z0-9+/_-]{60,400}={0,2}/
  ],
  [
    'langsmith',
    'LangSmith',
    'key',
    'LANGSMITH_API_KEY',
    'smith.langchain.com/settings',
    'lsv2_',
    /lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/
  ],
  ['langsmith', 'LangSmith', 'key', 'LANGSMITH_API_KEY', 'smith.langchain.com/settings', 'ls__', /ls__[0-9a-f]{32}/],
  [
    'langfuse',
    'Langfuse',
    'key',
    'LANGFUSE_SECRET_KEY',
    'cloud.langfuse.com',
    'sk-lf-',
    /sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
  ],
  [
    'databricks',
    'Databricks',
    'token',
    'DATABRICKS_TOKEN',
    'docs.databricks.com/dev-tools/auth/pat',
    'dapi',
    /dapi[0-9a-f]{32}(?:-\d)?/
  ],
  ['prefect', 'Prefect', 'key', 'PREFECT_API_KEY', 'app.prefect.cloud/my/api-keys', 'pnu_', /pnu_[A-Za-z0-9]{36}/],
  [
    'airtable',
    'Airtable',
    'token',
    'AIRTABLE_API_KEY',
    'airtable.com/create/tokens',
    'pat',
    /pat[A-Za-z0-9]{14}\.[0-9a-f]{64}/
  ],
  [
    'notion',
    'Notion',
    'token',
    'NOTION_TOKEN',
    'www.notion.so/profile/integrations',
    'ntn_',
    /ntn_\d{11}[A-Za-z0-9]{35}/
  ],
  [
    'clickhouse',
    'ClickHouse Cloud',
    'key',
    'CLICKHOUSE_CLOUD_KEY_SECRET',
    'console.clickhouse.cloud',
    '4b1d',
    /4b1d[A-Za-z0-9]{38}/,
    3.8
  ],
  [
    'planetscale',
    'PlanetScale',
    'token',
    'PLANETSCALE_TOKEN',
    'app.planetscale.com',
    'pscale_',
    /pscale_(?:tkn|pw|oauth)_[\w=.-]{32,64}/
  ],
  ['neon', 'Neon', 'secret', 'PGPASSWORD', 'console.neon.tech', 'npg_', /npg_[A-Za-z0-9]{12}/, 3],
  // Clouds
  [
    'azure',
    'Azure Storage',
    'key',
    'AZURE_STORAGE_KEY',
    'portal.azure.com',
    '==',
    /(?<=AccountKey=|account_key["']?\s{0,4}[:=]\s{0,4}["'])[A-Za-z0-9+/]{86}==/i
  ],
  [
    'azure',
    'Azure',
    'secret',
    'AZURE_CLIENT_SECRET',
    'portal.azure.com',
    'Q~',
    /[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}/
  ],
  [
    'digitalocean',
    'DigitalOcean',
    'token',
    'DIGITALOCEAN_TOKEN',
    'cloud.digitalocean.com/account/api/tokens',
    '_v1_',
    /do[opr]_v1_[0-9a-f]{64}/
  ],
  [
    'alibaba',
    'Alibaba Cloud',
    'key',
    'ALIBABA_CLOUD_ACCESS_KEY_ID',
    'ram.console.alibabacloud.com',
    'LTAI',
    /LTAI[A-Za-z0-9]{20}/,
    3.2
  ],
  ['heroku', 'Heroku', 'key', 'HEROKU_API_KEY', 'dashboard.heroku.com/account', 'HRKU-', /HRKU-AA[\w-]{58}/],
  ['flyio', 'Fly.io', 'token', 'FLY_API_TOKEN', 'fly.io/docs/flyctl/tokens-revoke', 'fo1_', /fo1_[\w-]{43}/],
  [
    'netlify',
    'Netlify',
    'token',
    'NETLIFY_AUTH_TOKEN',
    'app.netlify.com/user/applications',
    'nfp_',
    /nfp_[A-Za-z0-9]{36}/
  ],
  [
    'tailscale',
    'Tailscale',
    'key',
    'TAILSCALE_AUTHKEY',
    'login.tailscale.com/admin/settings/keys',
    'tskey-',
    /tskey-(?:auth|api|client)-[A-Za-z0-9]{10,20}-[A-Za-z0-9]{20,40}/
  ],
  ['pulumi', 'Pulumi', 'token', 'PULUMI_ACCESS_TOKEN', 'app.pulumi.com', 'pul-', /pul-[0-9a-f]{40}/],
  [
    'terraform',
    'Terraform Cloud',
    'token',
    'TFE_TOKEN',
    'app.terraform.io/app/settings/tokens',
    '.atlasv1.',
    /[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}/
  ],
  [
    'vault',
    'HashiCorp Vault',
    'token',
    'VAULT_TOKEN',
    'developer.hashicorp.com/vault/docs/commands/token/revoke',
    'hvs.',
    /hvs\.[\w-]{90,120}/
  ],
  ['doppler', 'Doppler', 'token', 'DOPPLER_TOKEN', 'dashboard.doppler.com', 'dp.pt.', /dp\.pt\.[A-Za-z0-9]{43}/],
  ['age', 'age', 'key', 'AGE_SECRET_KEY', '', 'AGE-SECRET-KEY-1', /AGE-SECRET-KEY-1[0-9A-Z]{58}/],
  // Code and packages
  [
    'gitlab',
    'GitLab',
    'token',
    'GITLAB_TOKEN',
    'gitlab.com/-/user_settings/personal_access_tokens',
    'gl',
    /gl(?:pat|dt|rt|ft|soat|ptt|imt|cbt|agent)-[\w-]{20,52}/,
    3.3
  ],
  [
    'pypi',
    'PyPI',
    'token',
    'TWINE_PASSWORD',
    'pypi.org/manage/account',
    'pypi-AgE',
    /pypi-AgE[IN][A-Za-z0-9_-]{60,240}/
  ],
  [
    'docker',
    'Docker Hub',
    'token',
    'DOCKER_PASSWORD',
    'app.docker.com/settings/personal-access-tokens',
    'dckr_',
    /dckr_[op]at_[\w-]{27,32}/
  ],
  [
    'rubygems',
    'RubyGems',
    'key',
    'GEM_HOST_API_KEY',
    'rubygems.org/profile/api_keys',
    'rubygems_',
    /rubygems_[0-9a-f]{48}/
  ],
  [
    'atlassian',
    'Atlassian',
    'token',
    'ATLASSIAN_API_TOKEN',
    'id.atlassian.com/manage-profile/security/api-tokens',
    'ATATT3',
    /ATATT3[\w=-]{170,200}/
  ],
  [
    'sourcegraph',
    'Sourcegraph',
    'token',
    'SRC_ACCESS_TOKEN',
    'sourcegraph.com/user/settings/tokens',
    'sgp_',
    /sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}/
  ],
  [
    'postman',
    'Postman',
    'key',
    'POSTMAN_API_KEY',
    'go.postman.co/settings/me/api-keys',
    'PMAK-',
    /PMAK-[0-9a-f]{24}-[0-9a-f]{34}/
  ],
  ['figma', 'Figma', 'token', 'FIGMA_TOKEN', 'www.figma.com/settings', 'figd_', /figd_[\w-]{40,46}/],
  [
    'openshift',
    'OpenShift',
    'token',
    'OPENSHIFT_TOKEN',
    'docs.okd.io/latest/authentication/managing-oauth-access-tokens.html',
    'sha256~',
    /sha256~[\w-]{43}/
  ],
  // Watching and telling
  [
    'grafana',
    'Grafana',
    'token',
    'GRAFANA_TOKEN',
    'grafana.com/docs/grafana/latest/administration/service-accounts',
    'gl',
    /glsa_[A-Za-z0-9]{32}_[0-9A-Fa-f]{8}|glc_eyJ[A-Za-z0-9+/]{60,400}={0,2}/
  ],
  [
    'sentry',
    'Sentry',
    'token',
    'SENTRY_AUTH_TOKEN',
    'sentry.io/settings/account/api/auth-tokens',
    'sntryu_',
    /sntryu_[0-9a-f]{64}/
  ],
  [
    'sentry',
    'Sentry',
    'token',
    'SENTRY_AUTH_TOKEN',
    'sentry.io/orgredirect/organizations/:orgslug/settings/auth-tokens',
    'sntrys_',
    /sntrys_eyJ[A-Za-z0-9+/=]{60,400}_[A-Za-z0-9+/]{43}/
  ],
  ['newrelic', 'New Relic', 'key', 'NEW_RELIC_API_KEY', 'one.newrelic.com/api-keys', 'NRAK-', /NRAK-[A-Z0-9]{27}/],
  ['telegram', 'Telegram', 'token', 'TELEGRAM_BOT_TOKEN', 't.me/BotFather', ':AA', /\d{8,10}:AA[\w-]{33}/],
  [
    'discord',
    'Discord',
    'webhook',
    'DISCORD_WEBHOOK_URL',
    'discord.com/developers/docs/resources/webhook',
    '/api/webhooks/',
    /https:\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,80}/
  ],
  [
    'discord',
    'Discord',
    'token',
    'DISCORD_TOKEN',
    'discord.com/developers/applications',
    '.',
    /[MNO][A-Za-z\d]{23,25}\.[A-Za-z\d]{6}\.[\w-]{38}/,
    4
  ],
  [
    'teams',
    'Microsoft Teams',
    'webhook',
    'TEAMS_WEBHOOK_URL',
    'learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
    '.webhook.office.com/',
    /https:\/\/[a-z0-9]{1,60}\.webhook\.office\.com\/webhookb2\/[\w-]{36}@[\w-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[\w-]{36}/
  ],
  ['mailgun', 'Mailgun', 'key', 'MAILGUN_API_KEY', 'app.mailgun.com/settings/api_security', 'key-', /key-[0-9a-f]{32}/],
  [
    'mailchimp',
    'Mailchimp',
    'key',
    'MAILCHIMP_API_KEY',
    'admin.mailchimp.com/account/api',
    '-us',
    /[0-9a-f]{32}-us\d{1,2}/
  ],
  [
    'brevo',
    'Brevo',
    'key',
    'BREVO_API_KEY',
    'app.brevo.com/settings/keys/api',
    'xkeysib-',
    /xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}/
  ],
  // Money
  [
    'stripe',
    'Stripe',
    'key',
    'STRIPE_API_KEY',
    'dashboard.stripe.com/apikeys',
    'k_',
    /[rs]k_(?:live|test|prod)_[A-Za-z0-9]{24,99}/
  ],
  [
    'stripe',
    'Stripe',
    'secret',
    'STRIPE_WEBHOOK_SECRET',
    'dashboard.stripe.com/webhooks',
    'whsec_',
    /whsec_[A-Za-z0-9]{32}/
  ],
  ['square', 'Square', 'token', 'SQUARE_ACCESS_TOKEN', 'developer.squareup.com/apps', 'EAAA', /EAAA[\w-]{60}/, 4],
  ['twilio', 'Twilio', 'key', 'TWILIO_API_KEY', 'console.twilio.com', 'SK', /SK[0-9a-f]{32}/]
];

const JWT: Format = {
  provider: 'jwt',
  name: '',
  label: 'json-web-token',
  variable: 'ACCESS_TOKEN',
  revoke: '',
  anchor: 'eyJ',
  shape: /eyJ[\w-]{15,200}\.eyJ[\w-]{15,2000}\.[\w-]{20,700}/
};

/** Every format, the particular before the general. */
export const FORMATS: readonly Format[] = [
  ...ROWS.map(([provider, name, label, variable, revoke, anchor, shape, floor]): Format => ({
    provider,
    name,
    label: isKind(label) ? `named-${label}` : label,
    variable,
    revoke,
    anchor,
    shape,
    ...(floor !== undefined && { floor })
  })),
  JWT
];

function isKind(label: Row[2]): label is 'key' | 'token' | 'secret' | 'webhook' {
  return label === 'key' || label === 'token' || label === 'secret' || label === 'webhook';
}
