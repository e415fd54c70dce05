/** What comes in with a request or through a form: qualified names, of a function, an object or its class. */
export const UPLOADS: readonly { readonly name: string; readonly by: string }[] = [
  // https://flask.palletsprojects.com/en/stable/api/#flask.Request
  ...['files', 'data', 'stream', 'get_data', 'form', 'args', 'json', 'get_json', 'values'].flatMap(name => [
    { name: `flask.request.${name}`, by: `request.${name}` },
    { name: `quart.request.${name}`, by: `request.${name}` }
  ]),
  // https://fastapi.tiangolo.com/reference/uploadfile/, https://www.starlette.io/requests/
  ...['fastapi', 'fastapi.datastructures', 'starlette.datastructures'].map(name => ({
    name: `${name}.UploadFile`,
    by: 'the request'
  })),
  ...['fastapi', 'fastapi.requests', 'starlette.requests'].flatMap(name =>
    ['body', 'form', 'stream', 'json', 'query_params'].map(method => ({
      name: `${name}.Request().${method}`,
      by: 'the request'
    }))
  ),
  ...['File', 'Form', 'Body'].flatMap(name => [
    { name: `fastapi.${name}`, by: 'the request' },
    { name: `fastapi.param_functions.${name}`, by: 'the request' }
  ]),
  // https://docs.streamlit.io/develop/api-reference/widgets/st.file_uploader
  { name: 'streamlit.file_uploader', by: 'st.file_uploader' },
  { name: 'streamlit.sidebar.file_uploader', by: 'st.file_uploader' },
  // https://colab.research.google.com/notebooks/io.ipynb
  { name: 'google.colab.files.upload', by: 'files.upload' },
  // https://www.tornadoweb.org/en/stable/web.html#request-handlers
  ...['request.files', 'request.body', 'request.arguments', 'get_argument', 'get_body_argument'].map(name => ({
    name: `tornado.web.RequestHandler().${name}`,
    by: name
  })),
  { name: 'ipywidgets.FileUpload', by: 'the upload button' },
  { name: 'ipywidgets.widgets.FileUpload', by: 'the upload button' }
];

/** Functions of Colab that put what is uploaded into the folder: https://github.com/googlecolab/colabtools, files.py. */
export const COLAB_UPLOADS: ReadonlySet<string> = new Set([
  'google.colab.files.upload',
  'google.colab.files.upload_file'
]);

/** Attributes of a view's request that hold what was sent, whatever the request is called. */
export const REQUEST_ATTRIBUTES: ReadonlySet<string> = new Set(['FILES', 'files', 'POST']);

/** Parameters with these types are an upload, or the request it comes with. */
export const REQUEST_TYPES: ReadonlySet<string> = new Set(
  ['fastapi', 'fastapi.datastructures', 'starlette.datastructures']
    .map(name => `${name}.UploadFile`)
    .concat(['fastapi', 'fastapi.requests', 'starlette.requests'].map(name => `${name}.Request`))
);

/** Components of Gradio whose value is a file that a visitor sent. */
export const GRADIO_FILES: ReadonlySet<string> = new Set(
  ['gradio', 'gradio.components', 'gradio.inputs'].flatMap(name => [`${name}.File`, `${name}.UploadButton`])
);

/** Calls of Gradio that give components' values to a function, by the names of their parameters. */
export const GRADIO_CALLS =
  /^gradio\.(?:Interface|ChatInterface|[\w.()]+\(\)\.(?:click|change|upload|submit|input|then|success|release))$/;
