// Sends an operation to the service. Headers typed in the editor win over ours, whatever their letter case.
export function createFetcher(endpoint, token) {
  return async function send(operation, { headers: typed = {} } = {}) {
    const headers = new Headers({
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json;q=0.9',
    })
    if (token) headers.set('Authorization', `Bearer ${token}`)
    for (const [name, value] of Object.entries(typed)) headers.set(name, value)
    const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(operation) })
    return response.json()
  }
}
