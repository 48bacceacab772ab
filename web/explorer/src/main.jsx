// The explorer page: GraphiQL on this service, signed in, one tab for each example. Everything it needs to know
// stands in the page (service/explorer.py wrote it there); it asks nobody but the service itself.
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './page.css'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { createFetcher } from './fetcher.js'
import { startingTabs } from './tabs.js'

const { endpoint, token, operations } = JSON.parse(document.getElementById('explorer').textContent)
const { examples, query, variables } = startingTabs(operations)
const hint = token ? '// You are signed in. To be somebody else:' : '// You are not signed in. To sign in:'

createRoot(document.getElementById('root')).render(
  <GraphiQL
    fetcher={createFetcher(endpoint, token)}
    defaultTabs={examples.length > 0 ? examples : undefined}
    initialQuery={query}
    initialVariables={variables}
    defaultHeaders={`${hint}\n// { "Authorization": "Bearer <token>" }\n`}
    defaultEditorToolsVisibility
    inputValueDeprecation
    schemaDescription
    plugins={[]} // no history: it would keep the headers, and the tokens in them, in the browser's storage
    shouldPersistHeaders={false}
  />,
)
